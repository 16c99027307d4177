<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>models::ChatListModel</name>
        <message numerus="yes">
            <location line="+2" />
            <source>%n people want to talk with you</source>
            <translation>
                <numerusform>%n person wants to talk with you</numerusform>
                <numerusform>%n people want to talk with you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location line="+5" />
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>models::PhaseModel</name>
        <message numerus="yes">
            <source>%n round trip(s)</source>
            <translation>
                <numerusform>%n round trip</numerusform>
                <numerusform>%n round trips</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>shell::Background</name>
        <message numerus="yes">
            <source>Palique: %n unread messages</source>
            <translation>
                <numerusform>Palique: %n unread message</numerusform>
                <numerusform>Palique: %n unread messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>shell::Notices</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>%n new message</numerusform>
                <numerusform>%n new messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::ConnectionBanner</name>
        <message numerus="yes">
            <location line="+0" />
            <source>Trying again in %n minutes.</source>
            <translation>
                <numerusform>Trying again in %n minute.</numerusform>
                <numerusform>Trying again in %n minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::InspectorWindow</name>
        <message numerus="yes">
            <source>%n element(s), and more wait</source>
            <translation>
                <numerusform>%n element, and more wait</numerusform>
                <numerusform>%n elements, and more wait</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n element(s)</source>
            <translation>
                <numerusform>%n element</numerusform>
                <numerusform>%n elements</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::Palette</name>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>widgets::ChatListView</name>
        <message numerus="yes">
            <location line="+5" />
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>widgets::ScrollPill</name>
        <message numerus="yes">
            <location filename="../ui/widgets/scrollpill.cpp" line="+30" />
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location line="+1" />
            <source>%n new messages, go to the newest</source>
            <translation>
                <numerusform>%n new message, go to the newest</numerusform>
                <numerusform>%n new messages, go to the newest</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::RequestCard</name>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::RequestsPage</name>
        <message numerus="yes">
            <source>%n more wait behind these.</source>
            <translation>
                <numerusform>%n more waits behind these.</numerusform>
                <numerusform>%n more wait behind these.</numerusform>
            </translation>
        </message>
    </context>
</TS>
