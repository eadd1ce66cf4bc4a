; Inno Setup recipe for an installer that needs no administrator. It was never tried: nothing here was run on Windows.
;   py packaging\make_bundle.py        makes build\bundle\zzpreader
;   iscc /DVersion=0.1.0 packaging\windows\zzpreader.iss
; Silent: zzpreader-setup.exe /VERYSILENT. The programs are not signed, so Windows warns.

#ifndef Version
  #error say the version: /DVersion=…
#endif

[Setup]
AppId={{6E0C7C0A-62F0-4B0E-9C55-2B7C7A3E7F55}
AppName=zzpreader
AppVersion={#Version}
AppPublisher=The zzpreader authors
LicenseFile=..\..\LICENSE
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\zzpreader
DefaultGroupName=zzpreader
DisableProgramGroupPage=yes
OutputDir=..\..\dist
OutputBaseFilename=zzpreader-{#Version}-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
UninstallDisplayIcon={app}\zzpreader-gui.exe

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\build\bundle\zzpreader\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\zzpreader"; Filename: "{app}\zzpreader-gui.exe"

[Registry]
; Notes of a colleague and bundles open here; PDFs stay with the program that has them, and are offered under "Open with".
Root: HKA; Subkey: "Software\Classes\.zzpnotes"; ValueType: string; ValueData: "zzpreader.notes"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\zzpreader.notes\shell\open\command"; ValueType: string; ValueData: """{app}\zzpreader-gui.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.zzpbundle"; ValueType: string; ValueData: "zzpreader.bundle"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\zzpreader.bundle\shell\open\command"; ValueType: string; ValueData: """{app}\zzpreader-gui.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "zzpreader.pdf"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\zzpreader.pdf\shell\open\command"; ValueType: string; ValueData: """{app}\zzpreader-gui.exe"" ""%1"""; Flags: uninsdeletekey
; Notes lie in %LOCALAPPDATA%\zzpreader and stay when the program is removed.
