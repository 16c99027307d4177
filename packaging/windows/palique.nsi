; SPDX-License-Identifier: GPL-3.0-or-later
; NOT TRIED: Palique has never been compiled nor run on Windows, and this installer has never been run. What was tried is
; that makensis accepts this script, with empty files in the place of the program.
;
; Missing for certain: the program is linked for a console, which opens beside the window (WIN32_EXECUTABLE).
;
; In an MSYS2 UCRT64 shell, with its packages of GCC, CMake, Ninja, Qt 6 (base, svg, tools, translations), QCA and QtKeychain
; for Qt 6, ICU, OpenSSL, librsvg, ImageMagick and NSIS:
;
;   cmake --preset release && cmake --build build/release
;   mkdir -p build/windows/crypto && cp build/release/app/palique.exe build/windows/
;   windeployqt6 build/windows/palique.exe
;   cp "$MINGW_PREFIX"/lib/qca-qt6/crypto/libqca-ossl.dll build/windows/crypto/
;   ldd build/windows/palique.exe build/windows/crypto/*.dll | awk '/ucrt64/ {print $3}' | sort -u | xargs cp -t build/windows/
;   for size in 16 32 48 256; do rsvg-convert -w $size -h $size resources/palique.svg -o build/icon-$size.png; done
;   magick build/icon-*.png build/windows/palique.ico
;   makensis -DVERSION=0.1.0 -DFILES="$(cygpath -w build/windows)" packaging/windows/palique.nsi
;
; It installs for one person and asks for no rights.

!ifndef VERSION
    !error "-DVERSION=x.y.z is missing"
!endif
!ifndef FILES
    !error "-DFILES=folder is missing"
!endif

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

Name "Palique"
OutFile "palique-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Palique"
InstallDirRegKey HKCU "Software\Palique" "Folder"

!include "MUI2.nsh"
!define MUI_ICON "${FILES}\palique.ico"
!define MUI_UNICON "${FILES}\palique.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Palique"
!define PROGRAM "$INSTDIR\palique.exe"

Section "Palique"
    SetOutPath "$INSTDIR"
    File /r "${FILES}\*.*"
    CreateShortcut "$SMPROGRAMS\Palique.lnk" "${PROGRAM}" "" "$INSTDIR\palique.ico"

    ; xmpp: links: a class of our own, offered beside other programs' in the system's settings.
    WriteRegStr HKCU "Software\Classes\Palique.xmpp" "" "URL:XMPP"
    WriteRegStr HKCU "Software\Classes\Palique.xmpp" "URL Protocol" ""
    WriteRegStr HKCU "Software\Classes\Palique.xmpp\DefaultIcon" "" "$INSTDIR\palique.ico"
    WriteRegStr HKCU "Software\Classes\Palique.xmpp\shell\open\command" "" '"${PROGRAM}" "%1"'
    WriteRegStr HKCU "Software\Palique\Capabilities" "ApplicationName" "Palique"
    WriteRegStr HKCU "Software\Palique\Capabilities" "ApplicationDescription" "A desktop messenger"
    WriteRegStr HKCU "Software\Palique\Capabilities\URLAssociations" "xmpp" "Palique.xmpp"
    WriteRegStr HKCU "Software\RegisteredApplications" "Palique" "Software\Palique\Capabilities"

    WriteRegStr HKCU "Software\Palique" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Palique"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\palique.ico"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

; Accounts and chats, in the person's own folders, stay.
Section "Uninstall"
    IfFileExists "${PROGRAM}" +2
        Abort
    Delete "$SMPROGRAMS\Palique.lnk"
    RMDir /r "$INSTDIR"
    DeleteRegKey HKCU "Software\Classes\Palique.xmpp"
    DeleteRegValue HKCU "Software\RegisteredApplications" "Palique"
    DeleteRegKey HKCU "Software\Palique"
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
