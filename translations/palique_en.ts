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
    <context>
        <name>views::Transfer</name>
        <message numerus="yes">
            <source>%Ln chats</source>
            <translation>
                <numerusform>%Ln chat</numerusform>
                <numerusform>%Ln chats</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages came in.</source>
            <translation>
                <numerusform>%Ln message came in.</numerusform>
                <numerusform>%Ln messages came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln were here already.</source>
            <translation>
                <numerusform>%Ln was here already.</numerusform>
                <numerusform>%Ln were here already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of groups were left out: groups cannot be imported yet.</source>
            <translation>
                <numerusform>%Ln of groups was left out: groups cannot be imported yet.</numerusform>
                <numerusform>%Ln of groups were left out: groups cannot be imported yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be read and were left out.</source>
            <translation>
                <numerusform>%Ln could not be read and was left out.</numerusform>
                <numerusform>%Ln could not be read and were left out.</numerusform>
            </translation>
        </message>
    </context>
</TS>
