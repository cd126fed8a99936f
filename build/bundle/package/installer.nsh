; Part of the installer for Windows (electron-builder, nsis.include). Read in its documentation and in that of NSIS and icacls, and compiled by
; makensis 3.08 with a section around it; never run on Windows.
;
; One register for the machine, C:\ProgramData\MotCuaDesk\data: of a local group, and not of everybody, whom ProgramData lets in by itself.
; Whoever works at the counter is put into the group by IT: net localgroup "Mot Cua Desk" NAME /add. A register that is there is not touched, and
; taking the program away leaves it where it is.

!macro customInstall
  ReadEnvStr $R0 "ProgramData"
  ; It answers 2 where the group is there already, which is as good.
  nsExec::ExecToLog '"$SYSDIR\net.exe" localgroup "Mot Cua Desk" /add /comment:"Counters of Mot Cua Desk"'
  Pop $R1
  CreateDirectory "$R0\MotCuaDesk\data"
  ; Anybody may make a folder in ProgramData, and who made one may change its rights: these two are the administrators' first.
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$R0\MotCuaDesk" /setowner *S-1-5-32-544'
  Pop $R1
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$R0\MotCuaDesk\data" /setowner *S-1-5-32-544'
  Pop $R2
  IntOp $R3 $R1 | $R2
  ; Nothing inherited; the system (S-1-5-18) and administrators (S-1-5-32-544) wholly, the group to read and write, all of it handed down.
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$R0\MotCuaDesk" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "Mot Cua Desk":(OI)(CI)M'
  Pop $R1
  IntOp $R3 $R3 | $R1
  ${If} $R3 != 0
    ; A register everybody can read is worse than no desk: said even where nobody looks, by the code that a script sees.
    ; Taken away only while it is empty.
    RMDir "$R0\MotCuaDesk\data"
    SetErrorLevel 5
    DetailPrint "The rights of $R0\MotCuaDesk could not be set."
  ${EndIf}
!macroend
