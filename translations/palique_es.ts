<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
    <context>
        <name>Crypto</name>
        <message>
            <location filename="../lib/crypto/aead.cpp" line="+33" />
            <source>The data cannot be decrypted: the key is wrong or somebody changed it.</source>
            <translation>Los datos no se pueden descifrar: la clave no es la buena o alguien los ha cambiado.</translation>
        </message>
        <message>
            <location line="+11" />
            <location line="+12" />
            <source>A key has the wrong length.</source>
            <translation>Una clave no tiene la longitud debida.</translation>
        </message>
        <message>
            <location line="-7" />
            <source>The data cannot be encrypted.</source>
            <translation>Los datos no se pueden cifrar.</translation>
        </message>
        <message>
            <location filename="../lib/crypto/clientcertificate.cpp" line="+142" />
            <source>The passphrase does not open this certificate.</source>
            <translation>La frase de paso no abre este certificado.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>The private key does not belong to the certificate.</source>
            <translation>La clave privada no corresponde al certificado.</translation>
        </message>
        <message>
            <location line="+21" />
            <source>There is no certificate in this file.</source>
            <translation>En este archivo no hay ningún certificado.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>There is no private key in this file, only a certificate.</source>
            <translation>En este archivo no hay clave privada, solo un certificado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The private key needs its passphrase.</source>
            <translation>La clave privada necesita su frase de paso.</translation>
        </message>
        <message>
            <location line="+8" />
            <source>This is not a certificate file: neither PEM nor PKCS#12.</source>
            <translation>Esto no es un archivo de certificado: ni PEM ni PKCS#12.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>This file cannot be opened: the passphrase is wrong, or its key is of a kind that must be in a PEM file (elliptic curve).</source>
            <translation>Este archivo no se puede abrir: la frase de paso no es la buena, o su clave es de un tipo que debe ir en un archivo PEM (curva elíptica).</translation>
        </message>
        <message>
            <location line="+19" />
            <source>The certificate in this file cannot be read.</source>
            <translation>No se puede leer el certificado de este archivo.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The certificate's key is of a kind Palique does not know: use RSA or an elliptic curve (ECDSA).</source>
            <translation>La clave del certificado es de un tipo que Palique no conoce: usa RSA o una curva elíptica (ECDSA).</translation>
        </message>
        <message>
            <location line="+25" />
            <source>The private key in this file cannot be read.</source>
            <translation>No se puede leer la clave privada de este archivo.</translation>
        </message>
        <message>
            <location filename="../lib/crypto/kdf.cpp" line="+29" />
            <source>The password is empty.</source>
            <translation>La contraseña está vacía.</translation>
        </message>
        <message>
            <location line="+2" />
            <location line="+25" />
            <source>A key cannot be derived from these values.</source>
            <translation>De estos valores no se puede obtener una clave.</translation>
        </message>
        <message>
            <location filename="../lib/crypto/runtime.cpp" line="+41" />
            <source>Palique cannot work safely: the encryption plugin for QCA is missing (on Debian: libqca-qt6-plugins). Not available: %1.</source>
            <translation>Palique no puede trabajar con seguridad: falta el complemento de cifrado de QCA (en Debian: libqca-qt6-plugins). No disponible: %1.</translation>
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <location filename="../lib/base/error.cpp" line="+11" />
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>The connection ended before the answer came.</source>
            <translation>La conexión terminó antes de llegar la respuesta.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>No answer came in time.</source>
            <translation>No llegó respuesta a tiempo.</translation>
        </message>
    </context>
    <context>
        <name>Sasl</name>
        <message>
            <location filename="../lib/sasl/anonymous.cpp" line="+25" />
            <location filename="../lib/sasl/external.cpp" line="+30" />
            <location filename="../lib/sasl/hashedtoken.cpp" line="+32" />
            <location filename="../lib/sasl/plain.cpp" line="+32" />
            <source>The server asked for more than this way of signing in has.</source>
            <translation>El servidor ha pedido más de lo que tiene esta forma de entrar.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/choose.cpp" line="+105" />
            <source>we have no token for it.</source>
            <translation>no tenemos ningún vale para ella.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>the server refused the token just now.</source>
            <translation>el servidor acaba de rechazar el vale.</translation>
        </message>
        <message>
            <location line="+2" />
            <location line="+17" />
            <location line="+62" />
            <source>only over an encrypted connection.</source>
            <translation>solo por una conexión cifrada.</translation>
        </message>
        <message>
            <location line="-77" />
            <source>the token has expired.</source>
            <translation>el vale ha caducado.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>the server's certificate allows no channel binding.</source>
            <translation>el certificado del servidor no permite atar el canal.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>a token from last time signs in without another round trip.</source>
            <translation>un vale de la última vez permite entrar sin otra ida y vuelta.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>there is no client certificate.</source>
            <translation>no hay certificado de cliente.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>the server refused the certificate just now.</source>
            <translation>el servidor acaba de rechazar el certificado.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>your certificate is the proof; no password is used.</source>
            <translation>tu certificado es la prueba; no se usa contraseña.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Kerberos is not switched on for this account.</source>
            <translation>Kerberos no está activado para esta cuenta.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>it failed just now.</source>
            <translation>acaba de fallar.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>your Kerberos ticket is the proof; no password is used.</source>
            <translation>tu tique de Kerberos es la prueba; no se usa contraseña.</translation>
        </message>
        <message>
            <location line="+7" />
            <source>the strongest on offer, and tied to the server's certificate.</source>
            <translation>la más fuerte de las que ofrece, y atada al certificado del servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>the strongest on offer; the server does not tie it to the encryption, and is told that we could (so it would notice if somebody hid that).</source>
            <translation>la más fuerte de las que ofrece; el servidor no la ata al cifrado, y se le dice que podríamos (así notaría si alguien lo oculta).</translation>
        </message>
        <message>
            <location line="+2" />
            <source>the strongest we share; the server ties sign-ins to the encryption only in ways that we cannot.</source>
            <translation>la más fuerte en común; el servidor solo ata las entradas al cifrado de formas que no podemos.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>the strongest on offer; it cannot be tied to this connection's encryption.</source>
            <translation>la más fuerte de las que ofrece; no se puede atar al cifrado de esta conexión.</translation>
        </message>
        <message>
            <location line="+12" />
            <source>none of the server's channel bindings is one that we can do on this connection.</source>
            <translation>no podemos usar en esta conexión ninguna de las ataduras de canal del servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <location line="+26" />
            <location line="+18" />
            <source>there is no password.</source>
            <translation>no hay contraseña.</translation>
        </message>
        <message>
            <location line="-24" />
            <source>it is outdated and not allowed in this account's settings.</source>
            <translation>es anticuada y no está permitida en los ajustes de esta cuenta.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>weaker than %1, which worked before.</source>
            <translation>más débil que %1, que antes funcionó.</translation>
        </message>
        <message>
            <location line="+10" />
            <source>outdated, but the best the server offers, and you allowed it.</source>
            <translation>anticuada, pero la mejor que ofrece el servidor, y la has permitido.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>it shows the password, so only over an encrypted connection.</source>
            <translation>muestra la contraseña, así que solo por una conexión cifrada.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>it would show the server the password; %1 worked before.</source>
            <translation>mostraría la contraseña al servidor; antes funcionó %1.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>it is not allowed in this account's settings.</source>
            <translation>no está permitida en los ajustes de esta cuenta.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>the server offers nothing better; it sees the password, protected by the encryption alone.</source>
            <translation>el servidor no ofrece nada mejor; ve la contraseña, protegida solo por el cifrado.</translation>
        </message>
        <message>
            <location line="+6" />
            <location line="+2" />
            <source>you asked to sign in without a name.</source>
            <translation>has pedido entrar sin nombre.</translation>
        </message>
        <message>
            <location line="-2" />
            <source>you have a name.</source>
            <translation>tienes un nombre.</translation>
        </message>
        <message>
            <location line="+23" />
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message>
            <location line="+10" />
            <source>Palique does not know it.</source>
            <translation>Palique no la conoce.</translation>
        </message>
        <message>
            <location line="+9" />
            <source>The password is needed to sign in.</source>
            <translation>Hace falta la contraseña para entrar.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server now offers only %1, although it offered %2 before, which never shows the password. Somebody may be tampering with the connection.</source>
            <translation>Ahora el servidor solo ofrece %1, aunque antes ofrecía %2, que nunca muestra la contraseña. Puede que alguien esté manipulando la conexión.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server wants to see the password itself (PLAIN), which this account's settings do not allow.</source>
            <translation>El servidor quiere ver la propia contraseña (PLAIN), y los ajustes de esta cuenta no lo permiten.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server offers only an outdated way to sign in (DIGEST-MD5). It can be allowed in the account's advanced settings.</source>
            <translation>El servidor solo ofrece una forma de entrar anticuada (DIGEST-MD5). Se puede permitir en los ajustes avanzados de la cuenta.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The connection is not encrypted, so the password stays here.</source>
            <translation>La conexión no está cifrada, así que la contraseña se queda aquí.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Palique and the server have no way to sign in in common. The server offers %1.</source>
            <translation>Palique y el servidor no tienen ninguna forma de entrar en común. El servidor ofrece %1.</translation>
        </message>
        <message>
            <location line="+20" />
            <source>weaker than the one chosen.</source>
            <translation>más débil que la elegida.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/digestmd5.cpp" line="+23" />
            <location filename="../lib/sasl/gssapi.cpp" line="+37" />
            <location filename="../lib/sasl/scrammessage.cpp" line="+27" />
            <source>The server's side of the sign-in makes no sense.</source>
            <translation>La parte del servidor al entrar no tiene sentido.</translation>
        </message>
        <message>
            <location line="+63" />
            <location line="+15" />
            <location filename="../lib/sasl/gssapi.cpp" line="+98" />
            <location line="+19" />
            <location filename="../lib/sasl/mechanism.cpp" line="+19" />
            <location filename="../lib/sasl/scram.cpp" line="+80" />
            <location line="+19" />
            <location line="+42" />
            <source>The sign-in went out of order.</source>
            <translation>Los pasos para entrar se han desordenado.</translation>
        </message>
        <message>
            <location line="-13" />
            <location filename="../lib/sasl/plain.cpp" line="-8" />
            <location filename="../lib/sasl/scram.cpp" line="-58" />
            <source>A name and a password are needed to sign in.</source>
            <translation>Hacen falta un nombre y una contraseña para entrar.</translation>
        </message>
        <message>
            <location line="+24" />
            <source>The server wants a kind of DIGEST-MD5 that Palique does not know.</source>
            <translation>El servidor quiere una clase de DIGEST-MD5 que Palique no conoce.</translation>
        </message>
        <message>
            <location line="+37" />
            <location filename="../lib/sasl/scram.cpp" line="+86" />
            <source>The server could not prove that it knows your password. It may not be your server at all.</source>
            <translation>El servidor no ha podido demostrar que conoce tu contraseña. Puede que ni siquiera sea tu servidor.</translation>
        </message>
        <message>
            <location line="+16" />
            <location filename="../lib/sasl/scram.cpp" line="+16" />
            <source>The server said you are signed in without proving that it knows your password. It may not be your server at all.</source>
            <translation>El servidor dice que has entrado sin demostrar que conoce tu contraseña. Puede que ni siquiera sea tu servidor.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/failure.cpp" line="+29" />
            <source>The server does not accept this name and password.</source>
            <translation>El servidor no acepta este nombre y esta contraseña.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>This account is disabled on the server.</source>
            <translation>Esta cuenta está desactivada en el servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The password has expired. It must be changed before you can sign in.</source>
            <translation>La contraseña ha caducado. Hay que cambiarla antes de poder entrar.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server cannot check passwords at the moment. Trying again later may help.</source>
            <translation>El servidor no puede comprobar contraseñas ahora mismo. Puede que más tarde sí.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server wants an encrypted connection before anybody signs in.</source>
            <translation>El servidor quiere una conexión cifrada antes de que nadie entre.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>You are not allowed to use this address.</source>
            <translation>No tienes permiso para usar esta dirección.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server does not accept the way of signing in that it offered.</source>
            <translation>El servidor no acepta la forma de entrar que él mismo ofrecía.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server wants a safer way of signing in.</source>
            <translation>El servidor quiere una forma de entrar más segura.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server did not understand our sign-in. If the connection is watched by somebody in between, this can be how it shows.</source>
            <translation>El servidor no ha entendido nuestra entrada. Si alguien vigila la conexión por el camino, puede notarse así.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The sign-in was broken off.</source>
            <translation>La entrada se ha interrumpido.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server does not know this way of signing in.</source>
            <translation>El servidor no conoce esta forma de entrar.</translation>
        </message>
        <message>
            <location line="+1" />
            <location line="+35" />
            <source>The server refused the sign-in (%1).</source>
            <translation>El servidor ha rechazado la entrada (%1).</translation>
        </message>
        <message>
            <location line="-24" />
            <source>%1 The server says: “%2”</source>
            <translation>%1 El servidor dice: «%2»</translation>
        </message>
        <message>
            <location line="+15" />
            <source>You and the server do not see the same certificate. Somebody may sit in between, or the server is set up wrongly.</source>
            <translation>Tú y el servidor no veis el mismo certificado. Puede que haya alguien en medio, o que el servidor esté mal configurado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Somebody hid the server's safer sign-in methods from you. The connection may be tampered with.</source>
            <translation>Alguien te ha ocultado las formas de entrar más seguras del servidor. Puede que la conexión esté manipulada.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server cannot tie the sign-in to the encryption although it said it could.</source>
            <translation>El servidor no puede atar la entrada al cifrado, aunque decía que sí.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/gssapi.cpp" line="-124" />
            <location line="+11" />
            <source>There is no valid Kerberos ticket for this server.</source>
            <translation>No hay un tique de Kerberos válido para este servidor.</translation>
        </message>
        <message>
            <location line="-8" />
            <location line="+104" />
            <source>Kerberos sign-in is not installed on this computer.</source>
            <translation>La entrada con Kerberos no está instalada en este ordenador.</translation>
        </message>
        <message>
            <location line="-102" />
            <source>The server could not prove that it is your server.</source>
            <translation>El servidor no ha podido demostrar que es el tuyo.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The Kerberos server cannot be reached.</source>
            <translation>No se llega al servidor de Kerberos.</translation>
        </message>
        <message>
            <location line="+124" />
            <source>The server said you are signed in without proving who it is. It may not be your server at all.</source>
            <translation>El servidor dice que has entrado sin demostrar quién es. Puede que ni siquiera sea tu servidor.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/hashedtoken.cpp" line="-7" />
            <source>There is nothing to sign in with.</source>
            <translation>No hay con qué entrar.</translation>
        </message>
        <message>
            <location line="+15" />
            <source>The server could not prove that it is the one you signed in to before.</source>
            <translation>El servidor no ha podido demostrar que es el mismo en el que entraste antes.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/plain.cpp" line="+2" />
            <source>The name or the password has a character in it that cannot be sent.</source>
            <translation>El nombre o la contraseña tiene un carácter que no se puede enviar.</translation>
        </message>
        <message>
            <location filename="../lib/sasl/scram.cpp" line="-67" />
            <source>The server did not confirm its list of sign-in methods (XEP-0474), so nobody can tell whether the list was changed on the way.</source>
            <translation>El servidor no ha confirmado su lista de formas de entrar (XEP-0474), así que nadie puede saber si alguien la cambió por el camino.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The list of sign-in methods was changed on its way from the server to you. Somebody may be tampering with the connection.</source>
            <translation>La lista de formas de entrar ha cambiado en el camino del servidor a ti. Puede que alguien esté manipulando la conexión.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server confirmed its list of sign-in methods (XEP-0474).</source>
            <translation>El servidor ha confirmado su lista de formas de entrar (XEP-0474).</translation>
        </message>
        <message>
            <location line="+7" />
            <source>The server sees another version of the encryption (TLS) than you do. Somebody may sit in between.</source>
            <translation>El servidor ve otra versión del cifrado (TLS) que tú. Puede que haya alguien en medio.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server confirmed the version of the encryption (XEP-0515).</source>
            <translation>El servidor ha confirmado la versión del cifrado (XEP-0515).</translation>
        </message>
        <message>
            <location filename="../lib/sasl/scrammessage.cpp" line="+41" />
            <source>The server asks for so much computing (%1 rounds) that signing in would hang this computer.</source>
            <translation>El servidor pide tanto cálculo (%1 vueltas) que entrar colgaría este ordenador.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server asks for so little computing (%1 rounds) that your password could be guessed by whoever listens.</source>
            <translation>El servidor pide tan poco cálculo (%1 vueltas) que quien escuche podría adivinar tu contraseña.</translation>
        </message>
        <message>
            <location line="+24" />
            <source>The server wants an extension of the sign-in that Palique does not know.</source>
            <translation>El servidor quiere una extensión de la entrada que Palique no conoce.</translation>
        </message>
        <message>
            <location line="+8" />
            <source>The server's answer does not belong to our sign-in: somebody may be replaying an old one.</source>
            <translation>La respuesta del servidor no corresponde a nuestra entrada: puede que alguien repita una antigua.</translation>
        </message>
    </context>
    <context>
        <name>app</name>
        <message>
            <location filename="../app/profile.cpp" line="+22" />
            <source>Palique cannot write in the folder %1. Check its permissions, or choose another with --profile.</source>
            <translation>Palique no puede escribir en la carpeta %1. Revisa sus permisos o elige otra con --profile.</translation>
        </message>
    </context>
    <context>
        <name>app::AutostartFile</name>
        <message>
            <source>The file %1 cannot be removed.</source>
            <translation>No se puede borrar el archivo %1.</translation>
        </message>
        <message>
            <source>The file %1 cannot be written.</source>
            <translation>No se puede escribir el archivo %1.</translation>
        </message>
    </context>
    <context>
        <name>app::CommandLine</name>
        <message>
            <location filename="../app/commandline.cpp" line="+21" />
            <source>One xmpp: address is taken, and nothing after it.</source>
            <translation>Se admite una dirección xmpp: y nada detrás.</translation>
        </message>
        <message>
            <location line="+11" />
            <source>Usage: palique [--profile DIR] [--minimized] [--version] [xmpp:ADDRESS]

  --profile DIR  keep accounts, chats, settings and downloads in DIR
  --minimized    start without showing the window
  --version      print the version and leave</source>
            <translation>Uso: palique [--profile DIR] [--minimized] [--version] [xmpp:DIRECCIÓN]

  --profile DIR  guarda cuentas, chats, ajustes y descargas en DIR
  --minimized    empieza sin mostrar la ventana
  --version      escribe la versión y termina</translation>
        </message>
        <message>
            <location line="+5" />
            <source>What does “%1” mean? Try palique --help.</source>
            <translation>¿Qué significa «%1»? Prueba palique --help.</translation>
        </message>
    </context>
    <context>
        <name>app::DesktopNotifier</name>
        <message>
            <location filename="../app/desktopnotifier.cpp" line="+37" />
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Responder</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Marcar como leído</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
    </context>
    <context>
        <name>app::SystemKeyring</name>
        <message>
            <location filename="../app/systemkeyring.cpp" line="-45" />
            <source>The system's keyring did not answer: %1</source>
            <translation>El depósito de claves del sistema no ha respondido: %1</translation>
        </message>
        <message>
            <location filename="../app/systemkeyring.cpp" line="+61" />
            <source>This system has no keyring.</source>
            <translation>Este sistema no tiene depósito de claves.</translation>
        </message>
    </context>
    <context>
        <name>im</name>
        <message>
            <location filename="../lib/im/connectionsettings.cpp" line="+36" />
            <source>The certificate file %1 cannot be read: %2</source>
            <translation>No se puede leer el archivo de certificado %1: %2</translation>
        </message>
        <message>
            <location filename="../lib/im/connectionstatus.cpp" line="+70" />
            <source>It was fine before: a network that asks you to log in first, or somebody in between. Palique keeps trying.</source>
            <translation>Antes iba bien: será una red que pide identificarse antes, o alguien en medio. Palique sigue intentándolo.</translation>
        </message>
    </context>
    <context>
        <name>im::Inspection</name>
        <message>
            <source>The beginning of something too long to be kept whole.</source>
            <translation>El comienzo de algo demasiado largo para guardarlo entero.</translation>
        </message>
        <message>
            <source>What %1 said to its server and heard from it. Passwords and tokens are in it: show it to nobody.</source>
            <translation>Lo que %1 ha dicho a su servidor y lo que le ha oído. Contiene contraseñas y vales: no se lo enseñes a nadie.</translation>
        </message>
        <message>
            <source>What %1 said to its server and heard from it. Passwords and tokens are left out.</source>
            <translation>Lo que %1 ha dicho a su servidor y lo que le ha oído. Sin contraseñas ni vales.</translation>
        </message>
        <message>
            <source>This account is not connected at this moment.</source>
            <translation>Esta cuenta no está conectada en este momento.</translation>
        </message>
        <message>
            <source>This is not exactly one whole XML element.</source>
            <translation>Esto no es exactamente un elemento XML entero.</translation>
        </message>
        <message>
            <source>Only a message, a presence or an iq can be sent.</source>
            <translation>Solo se puede enviar un message, un presence o un iq.</translation>
        </message>
        <message>
            <source>An iq needs an id, or nobody could tell its answer.</source>
            <translation>Un iq necesita un id, o nadie reconocería su respuesta.</translation>
        </message>
    </context>
    <context>
        <name>im::LiveAccount</name>
        <message>
            <location filename="../lib/im/liveaccount.cpp" line="+297" />
            <source>They are not online.</source>
            <translation>No está conectado.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Their device does not tell the time.</source>
            <translation>Su dispositivo no dice la hora.</translation>
        </message>
        <message>
            <source>This message cannot be changed.</source>
            <translation>Este mensaje no se puede cambiar.</translation>
        </message>
    </context>
    <context>
        <name>im::LiveAccounts</name>
        <message>
            <location filename="../lib/im/liveaccounts.cpp" line="+94" />
            <source>There is no such account.</source>
            <translation>No existe esa cuenta.</translation>
        </message>
    </context>
    <context>
        <name>im::LiveInspection</name>
        <message>
            <source>This account is not connected at this moment.</source>
            <translation>Esta cuenta no está conectada en este momento.</translation>
        </message>
    </context>
    <context>
        <name>im::LiveMessenger</name>
        <message>
            <location filename="../lib/im/livemessenger.cpp" line="+173" />
            <source>This chat is gone.</source>
            <translation>Este chat ya no existe.</translation>
        </message>
        <message>
            <location line="+11" />
            <source>This message is gone.</source>
            <translation>Este mensaje ya no existe.</translation>
        </message>
    </context>
    <context>
        <name>im::LiveSignIn</name>
        <message>
            <location filename="../lib/im/signinattempt.cpp" line="+44" />
            <source>%1 is signed in here already.</source>
            <translation>%1 ya tiene la sesión abierta aquí.</translation>
        </message>
    </context>
    <context>
        <name>im::PhaseTracker</name>
        <message>
            <source>encrypted from the first byte</source>
            <translation>cifrado desde el primer byte</translation>
        </message>
        <message>
            <source>encrypted by STARTTLS</source>
            <translation>cifrado mediante STARTTLS</translation>
        </message>
        <message>
            <source>Asking the name service for the server of %1.</source>
            <translation>Se pregunta al servicio de nombres por el servidor de %1.</translation>
        </message>
        <message>
            <source>%1, %2 (%3)</source>
            <translation>%1, %2 (%3)</translation>
        </message>
        <message>
            <source>Trying %1 (%2), place %3 of %4.</source>
            <translation>Se prueba %1 (%2), lugar %3 de %4.</translation>
        </message>
        <message>
            <source>%1 cannot be reached: %2</source>
            <translation>No se puede llegar a %1: %2</translation>
        </message>
        <message>
            <source>Connected to %1.</source>
            <translation>Conexión con %1.</translation>
        </message>
        <message>
            <source>Certificate of %1, signed by %2, valid from %3 to %4.</source>
            <translation>Certificado de %1, firmado por %2, válido del %3 al %4.</translation>
        </message>
        <message>
            <source>Chosen: %1</source>
            <translation>Elegido: %1</translation>
        </message>
        <message>
            <source>Not chosen: %1</source>
            <translation>No elegido: %1</translation>
        </message>
        <message>
            <source>The server sends us to %1.</source>
            <translation>El servidor nos envía a %1.</translation>
        </message>
        <message>
            <source>%1 with %2.</source>
            <translation>%1 con %2.</translation>
        </message>
        <message>
            <source>Taken up from an earlier connection, which saves a round trip.</source>
            <translation>Retomado de una conexión anterior, lo que ahorra una ida y vuelta.</translation>
        </message>
        <message>
            <source>You chose to trust exactly this certificate.</source>
            <translation>Decidiste confiar exactamente en este certificado.</translation>
        </message>
        <message>
            <source>An authority this computer knows vouches for the certificate.</source>
            <translation>Una autoridad que este equipo conoce responde del certificado.</translation>
        </message>
        <message>
            <source>The old session goes on as %1.</source>
            <translation>La sesión anterior sigue como %1.</translation>
        </message>
        <message>
            <source>A new session as %1.</source>
            <translation>Una sesión nueva como %1.</translation>
        </message>
        <message>
            <source>The server refused: %1.</source>
            <translation>El servidor se ha negado: %1.</translation>
        </message>
        <message>
            <source>The server refused.</source>
            <translation>El servidor se ha negado.</translation>
        </message>
        <message>
            <source>This device is %1.</source>
            <translation>Este dispositivo es %1.</translation>
        </message>
        <message>
            <source>Together with the sign-in, without a question of its own.</source>
            <translation>Junto con la entrada, sin pregunta aparte.</translation>
        </message>
        <message>
            <source>The server has %1 of our stanzas.</source>
            <translation>El servidor tiene %1 de nuestras stanzas.</translation>
        </message>
        <message>
            <source>After a break there are %1 seconds to come back.</source>
            <translation>Tras un corte hay %1 segundos para volver.</translation>
        </message>
    </context>
    <context>
        <name>models::ChatListModel</name>
        <message>
            <location filename="../ui/models/chatlistmodel.cpp" line="+401" />
            <source>Requests</source>
            <translation>Solicitudes</translation>
        </message>
        <message numerus="yes">
            <location line="+2" />
            <source>%n people want to talk with you</source>
            <translation>
                <numerusform>%n persona quiere hablar contigo</numerusform>
                <numerusform>%n personas quieren hablar contigo</numerusform>
            </translation>
        </message>
        <message>
            <location line="+14" />
            <source>You</source>
            <comment>before the preview of a message of our own</comment>
            <translation>Tú</translation>
        </message>
        <message>
            <location line="+6" />
            <source>typing…</source>
            <translation>escribiendo…</translation>
        </message>
        <message>
            <location line="+32" />
            <source>Draft: %1</source>
            <translation>Borrador: %1</translation>
        </message>
        <message numerus="yes">
            <location line="+5" />
            <source>%n unread</source>
            <translation>
                <numerusform>%n sin leer</numerusform>
                <numerusform>%n sin leer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>models::InspectionModel</name>
        <message>
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Recibido</translation>
        </message>
        <message>
            <source>answers %1, after %2 ms</source>
            <translation>responde a %1, tras %2 ms</translation>
        </message>
        <message>
            <source>an answer, after %1 ms</source>
            <translation>una respuesta, tras %1 ms</translation>
        </message>
        <message>
            <source>answered after %1 ms</source>
            <translation>respondido tras %1 ms</translation>
        </message>
        <message>
            <source>kept without its secrets</source>
            <translation>guardado sin sus secretos</translation>
        </message>
    </context>
    <context>
        <name>models::MessageListModel</name>
        <message>
            <location filename="../ui/models/messagelistmodel.cpp" line="+100" />
            <source>You</source>
            <translation>Tú</translation>
        </message>
        <message>
            <source>The change was not delivered. %1</source>
            <translation>El cambio no se ha entregado. %1</translation>
        </message>
        <message>
            <source>Messages in between are still missing</source>
            <translation>Todavía faltan mensajes intermedios</translation>
        </message>
        <message>
            <source>Older messages are on their way</source>
            <translation>Llegan mensajes más antiguos</translation>
        </message>
        <message>
            <source>Older messages are on the server and come when you are online</source>
            <translation>Hay mensajes más antiguos en el servidor: llegarán cuando te conectes</translation>
        </message>
    </context>
    <context>
        <name>models::PaletteModel</name>
        <message>
            <source>Start a chat with %1</source>
            <translation>Empezar un chat con %1</translation>
        </message>
    </context>
    <context>
        <name>models::PhaseModel</name>
        <message>
            <source>Find the server</source>
            <translation>Encontrar el servidor</translation>
        </message>
        <message>
            <source>Connect (TCP)</source>
            <translation>Conectar (TCP)</translation>
        </message>
        <message>
            <source>Open the stream</source>
            <translation>Abrir el flujo</translation>
        </message>
        <message>
            <source>Open the stream again</source>
            <translation>Abrir el flujo de nuevo</translation>
        </message>
        <message>
            <source>Ask to encrypt (STARTTLS)</source>
            <translation>Pedir el cifrado (STARTTLS)</translation>
        </message>
        <message>
            <source>Encrypt (TLS)</source>
            <translation>Cifrar (TLS)</translation>
        </message>
        <message>
            <source>Sign in (SASL)</source>
            <translation>Entrar (SASL)</translation>
        </message>
        <message>
            <source>Get an address</source>
            <translation>Recibir una dirección</translation>
        </message>
        <message>
            <source>Count what arrives</source>
            <translation>Contar lo que llega</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>%1, connecting</source>
            <translation>%1, conectando</translation>
        </message>
        <message>
            <source>%1, connected</source>
            <translation>%1, con conexión</translation>
        </message>
        <message>
            <source>%1, failed</source>
            <translation>%1, sin éxito</translation>
        </message>
        <message>
            <source>%1, ended later</source>
            <translation>%1, terminó después</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message numerus="yes">
            <source>%n round trip(s)</source>
            <translation>
                <numerusform>%n ida y vuelta</numerusform>
                <numerusform>%n idas y vueltas</numerusform>
            </translation>
        </message>
        <message>
            <source>failed</source>
            <translation>sin éxito</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
    </context>
    <context>
        <name>models::Words</name>
        <message>
            <location filename="../ui/models/words.cpp" line="+25" />
            <source>yesterday</source>
            <translation>ayer</translation>
        </message>
        <message>
            <location line="+4" />
            <source>d MMM</source>
            <extracomment>A date in the list of chats without the year, in Qt's notation (d: day, MMM: short month).</extracomment>
            <translation>d MMM</translation>
        </message>
        <message>
            <location line="+2" />
            <source>d MMM yyyy</source>
            <extracomment>A date in the list of chats with the year, in Qt's notation.</extracomment>
            <translation>d MMM yyyy</translation>
        </message>
    </context>
    <context>
        <name>net::CertificateVerdict</name>
        <message>
            <location filename="../lib/net/certificate.cpp" line="+168" />
            <source>The certificate names no domain, so it does not prove that this is %1.</source>
            <translation>El certificado no nombra ningún dominio, así que no demuestra que este sea %1.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The certificate is for %1, not for %2.</source>
            <translation>El certificado es de %1, no de %2.</translation>
        </message>
        <message>
            <location line="+7" />
            <source>The server's certificate expired on %1.</source>
            <translation>El certificado del servidor caducó el %1.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server's certificate is valid only from %1; is this computer's clock right?</source>
            <translation>El certificado del servidor solo vale a partir del %1; ¿va bien el reloj de este ordenador?</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server's certificate was issued by somebody this computer does not know.</source>
            <translation>El certificado del servidor lo emitió alguien que este ordenador no conoce.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server's certificate was issued by %1, whom this computer does not know.</source>
            <translation>El certificado del servidor lo emitió %1, que este ordenador no conoce.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server made its certificate itself; nobody else vouches for it.</source>
            <translation>El servidor se hizo su propio certificado; nadie más responde por él.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The server's certificate was withdrawn by its issuer.</source>
            <translation>Quien emitió el certificado del servidor lo ha retirado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server's certificate is protected too weakly and could be forged.</source>
            <translation>El certificado del servidor está mal protegido y podría falsificarse.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server shows another certificate than the one you chose to trust. Somebody may be listening in, unless the people who run the server replaced it.</source>
            <translation>El servidor muestra un certificado distinto de aquel en el que confiaste. Puede que alguien esté escuchando, a no ser que quienes llevan el servidor lo hayan cambiado.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server showed no certificate.</source>
            <translation>El servidor no ha mostrado ningún certificado.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server's certificate could not be checked.</source>
            <translation>No se ha podido comprobar el certificado del servidor.</translation>
        </message>
    </context>
    <context>
        <name>net::ClientCertificate</name>
        <message>
            <location filename="../lib/net/clientcertificate.cpp" line="+36" />
            <source>There is no certificate in this file.</source>
            <translation>En este archivo no hay ningún certificado.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The private key cannot be read; is the passphrase right?</source>
            <translation>No se puede leer la clave privada; ¿es buena la frase de paso?</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The private key does not belong to this certificate.</source>
            <translation>La clave privada no corresponde a este certificado.</translation>
        </message>
        <message>
            <location line="+15" />
            <source>This certificate file cannot be read; is the passphrase right?</source>
            <translation>No se puede leer este archivo de certificado; ¿es buena la frase de paso?</translation>
        </message>
    </context>
    <context>
        <name>net::Failure</name>
        <message>
            <location filename="../lib/net/failure.cpp" line="+13" />
            <source>The server's address could not be found.</source>
            <translation>No se ha encontrado la dirección del servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>This domain says that it has no chat service.</source>
            <translation>Este dominio dice que no tiene servicio de chat.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server does not accept connections.</source>
            <translation>El servidor no acepta conexiones.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server cannot be reached from here.</source>
            <translation>Desde aquí no se llega al servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server did not answer in time.</source>
            <translation>El servidor no ha respondido a tiempo.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>A secure connection to the server could not be made.</source>
            <translation>No se ha podido hacer una conexión segura con el servidor.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The server could not prove who it is.</source>
            <translation>El servidor no ha podido demostrar quién es.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server ended the connection.</source>
            <translation>El servidor ha cortado la conexión.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The proxy did not let the connection through.</source>
            <translation>El proxy no ha dejado pasar la conexión.</translation>
        </message>
        <message>
            <location line="+9" />
            <source>Check the part of the address after the @, and your internet connection.</source>
            <translation>Revisa la parte de la dirección que va tras la @, y tu conexión a internet.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Check the part of the address after the @, or ask the people who run the domain.</source>
            <translation>Revisa la parte de la dirección que va tras la @, o pregunta a quienes llevan el dominio.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>It may be down for the moment; if you have set its host or port by hand, check them.</source>
            <translation>Puede que esté parado ahora mismo; si has puesto a mano su servidor o su puerto, revísalos.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Check your internet connection.</source>
            <translation>Revisa tu conexión a internet.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Try again later, or from another network: this one may block the connection.</source>
            <translation>Prueba más tarde o desde otra red: puede que esta bloquee la conexión.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server may be too old or set up wrongly; tell the people who run it.</source>
            <translation>Puede que el servidor sea demasiado antiguo o esté mal configurado; díselo a quienes lo llevan.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Do not go on unless the people who run the server confirm its fingerprint.</source>
            <translation>No sigas a no ser que quienes llevan el servidor confirmen su huella.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Try again in a while.</source>
            <translation>Prueba dentro de un rato.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Check the proxy in the settings of this account.</source>
            <translation>Revisa el proxy en los ajustes de esta cuenta.</translation>
        </message>
    </context>
    <context>
        <name>net::Resolver</name>
        <message>
            <location filename="../lib/net/systemresolver.cpp" line="+24" />
            <source>The name service does not answer rightly (%1).</source>
            <translation>El servicio de nombres no responde bien (%1).</translation>
        </message>
        <message>
            <location line="+5" />
            <source>The name service does not answer.</source>
            <translation>El servicio de nombres no responde.</translation>
        </message>
    </context>
    <context>
        <name>net::TrustStore</name>
        <message>
            <location filename="../lib/net/truststore.cpp" line="+32" />
            <source>The file %1 cannot be read.</source>
            <translation>No se puede leer el archivo %1.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>There is no certificate in the file %1.</source>
            <translation>En el archivo %1 no hay ningún certificado.</translation>
        </message>
    </context>
    <context>
        <name>session::Session</name>
        <message>
            <location filename="../lib/session/session.cpp" line="+82" />
            <source>it resumed more than was ever sent.</source>
            <translation>reanudó más de lo que se había enviado.</translation>
        </message>
        <message>
            <location line="+282" />
            <source>it acknowledged what was never sent.</source>
            <translation>confirmó lo que nunca se había enviado.</translation>
        </message>
    </context>
    <context>
        <name>shell::AboutDialog</name>
        <message>
            <location filename="../ui/shell/aboutdialog.cpp" line="+20" />
            <source>About Palique</source>
            <translation>Acerca de Palique</translation>
        </message>
        <message>
            <location line="+11" />
            <source>Version %1</source>
            <translation>Versión %1</translation>
        </message>
        <message>
            <location line="+1" />
            <source>A chat with anyone, whichever server or program they use.</source>
            <translation>Un palique con cualquiera, use el servidor o el programa que use.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>shell::Actions</name>
        <message>
            <location filename="../ui/shell/actions.cpp" line="+15" />
            <source>New chat</source>
            <translation>Nuevo chat</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Add account</source>
            <translation>Añadir cuenta</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <location line="+0" />
            <source>About Palique</source>
            <translation>Acerca de Palique</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Next part of the window</source>
            <translation>Siguiente parte de la ventana</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Previous part of the window</source>
            <translation>Parte anterior de la ventana</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Next chat</source>
            <translation>Siguiente chat</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Previous chat</source>
            <translation>Chat anterior</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Leave this chat</source>
            <translation>Salir de este chat</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Larger text</source>
            <translation>Texto más grande</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Smaller text</source>
            <translation>Texto más pequeño</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Usual text</source>
            <translation>Texto normal</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Available</source>
            <translation>Disponible</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Away</source>
            <translation>Ausente</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Do not disturb</source>
            <translation>No molestar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Offline</source>
            <translation>Desconectado</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Status text…</source>
            <translation>Texto de estado…</translation>
        </message>
        <message>
            <location line="+26" />
            <source>Your status</source>
            <translation>Tu estado</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>My profile…</source>
            <translation>Mi perfil…</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>Buscar cualquier cosa</translation>
        </message>
        <message>
            <source>Your status: %1</source>
            <translation>Tu estado: %1</translation>
        </message>
        <message>
            <source>Open in a new window</source>
            <translation>Abrir en una ventana nueva</translation>
        </message>
        <message>
            <source>Export this chat…</source>
            <translation>Exportar este chat…</translation>
        </message>
        <message>
            <source>Back up, export, import…</source>
            <translation>Copiar, exportar, importar…</translation>
        </message>
        <message>
            <source>Search all chats</source>
            <translation>Buscar en todos los chats</translation>
        </message>
        <message>
            <source>Search in this chat</source>
            <translation>Buscar en este chat</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Resultado siguiente</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Resultado anterior</translation>
        </message>
    </context>
    <context>
        <name>shell::Background</name>
        <message>
            <source>Your status</source>
            <translation>Tu estado</translation>
        </message>
        <message>
            <source>No notifications for now</source>
            <translation>Sin avisos por ahora</translation>
        </message>
        <message>
            <source>Hide Palique</source>
            <translation>Ocultar Palique</translation>
        </message>
        <message>
            <source>Show Palique</source>
            <translation>Mostrar Palique</translation>
        </message>
        <message numerus="yes">
            <source>Palique: %n unread messages</source>
            <translation>
                <numerusform>Palique: %n mensaje sin leer</numerusform>
                <numerusform>Palique: %n mensajes sin leer</numerusform>
            </translation>
        </message>
        <message>
            <source>Palique is still running</source>
            <translation>Palique sigue en marcha</translation>
        </message>
        <message>
            <source>Messages keep coming in. Click its icon in the tray to see the window again; “Quit” is in its menu.</source>
            <translation>Los mensajes siguen llegando. Pulsa su icono en la bandeja para volver a ver la ventana; «Salir» está en su menú.</translation>
        </message>
    </context>
    <context>
        <name>shell::MainWindow</name>
        <message>
            <location filename="../ui/shell/mainwindow.cpp" line="+86" />
            <source>Add a contact</source>
            <translation>Añadir un contacto</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Copy my address</source>
            <translation>Copiar mi dirección</translation>
        </message>
        <message>
            <location line="+94" />
            <source>Hello, %1</source>
            <translation>Hola, %1</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Add somebody you know, or give them your address: %1</source>
            <translation>Añade a alguien que conozcas, o dale tu dirección: %1</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Choose a chat, or talk with somebody new.</source>
            <translation>Elige un chat, o habla con alguien nuevo.</translation>
        </message>
        <message>
            <location line="+124" />
            <source>Your address is in the clipboard: %1</source>
            <translation>Tu dirección está en el portapapeles: %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>an action and its keys</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>shell::Notices</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>%n mensaje nuevo</numerusform>
                <numerusform>%n mensajes nuevos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>shell::StatusDialog</name>
        <message>
            <location filename="../ui/shell/statusdialog.cpp" line="+32" />
            <source>Status text</source>
            <translation>Texto de estado</translation>
        </message>
        <message>
            <location line="+5" />
            <source>At the sea until Monday</source>
            <comment>example of a status text</comment>
            <translation>En la playa hasta el lunes</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location line="+3" />
            <source>What your contacts see beside your name</source>
            <translation>Lo que tus contactos ven junto a tu nombre</translation>
        </message>
    </context>
    <context>
        <name>stanza::StanzaError</name>
        <message>
            <location filename="../lib/stanza/error.cpp" line="+49" />
            <source>%1 The server says: “%2”</source>
            <translation>%1 El servidor dice: «%2»</translation>
        </message>
        <message>
            <location line="+12" />
            <source>The request was not understood.</source>
            <translation>No se ha entendido la petición.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>That name or address is taken already.</source>
            <translation>Ese nombre o esa dirección ya está en uso.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The other side cannot do this.</source>
            <translation>La otra parte no puede hacer esto.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This is not allowed.</source>
            <translation>Esto no está permitido.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This address no longer exists.</source>
            <translation>Esta dirección ya no existe.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server had a problem of its own. Trying later may help.</source>
            <translation>El servidor ha tenido un problema propio. Puede que más tarde funcione.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>There is no such address or thing.</source>
            <translation>No existe esa dirección o cosa.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The address is not valid.</source>
            <translation>La dirección no es válida.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The other side does not accept this.</source>
            <translation>La otra parte no acepta esto.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Nobody may do this here.</source>
            <translation>Aquí nadie puede hacer esto.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This needs signing in, or a password.</source>
            <translation>Para esto hay que entrar, o una contraseña.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This is against the rules of the server.</source>
            <translation>Esto va contra las normas del servidor.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>They cannot be reached at the moment.</source>
            <translation>Ahora mismo no está localizable.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>They are found at another address now.</source>
            <translation>Ahora está en otra dirección.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This needs registration first.</source>
            <translation>Para esto hay que registrarse antes.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Their server was not found. Is the address right?</source>
            <translation>No se ha encontrado su servidor. ¿Es buena la dirección?</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Their server does not answer at the moment.</source>
            <translation>Su servidor no responde ahora mismo.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server is too busy, or the message is too large.</source>
            <translation>El servidor tiene demasiado trabajo, o el mensaje es demasiado grande.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This address does not exist, or does not take this.</source>
            <translation>Esta dirección no existe, o no admite esto.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>They must accept you as a contact first.</source>
            <translation>Antes tiene que aceptarte como contacto.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The other side did not expect this now.</source>
            <translation>La otra parte no esperaba esto ahora.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>It did not work, and the other side did not say why.</source>
            <translation>No ha funcionado, y la otra parte no ha dicho por qué.</translation>
        </message>
    </context>
    <context>
        <name>store</name>
        <message>
            <location filename="../lib/store/errors.cpp" line="+49" />
            <source>The disk is full. Free some space, then try again.</source>
            <translation>El disco está lleno. Libera espacio y prueba otra vez.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Palique may not write to its own folder.</source>
            <translation>Palique no tiene permiso para escribir en su propia carpeta.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Another program is using Palique's stored messages.</source>
            <translation>Otro programa está usando los mensajes guardados de Palique.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>The stored messages are damaged.</source>
            <translation>Los mensajes guardados están dañados.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>This cannot be stored as it is.</source>
            <translation>Esto no se puede guardar tal cual.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The disk did not read or write as it should.</source>
            <translation>El disco no ha leído o escrito como debe.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Palique's stored messages cannot be opened.</source>
            <translation>No se pueden abrir los mensajes guardados de Palique.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>There is not enough memory.</source>
            <translation>No hay memoria suficiente.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Palique's store failed unexpectedly.</source>
            <translation>El almacén de Palique ha fallado de improviso.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>This is no longer stored.</source>
            <translation>Esto ya no está guardado.</translation>
        </message>
        <message>
            <location filename="../lib/store/folder.cpp" line="+42" />
            <source>Palique may not write to its folder “%1”.</source>
            <translation>Palique no tiene permiso para escribir en su carpeta «%1».</translation>
        </message>
    </context>
    <context>
        <name>store::Database</name>
        <message>
            <location filename="../lib/store/connection.cpp" line="+28" />
            <source>Palique may not write to its own folder.</source>
            <translation>Palique no tiene permiso para escribir en su propia carpeta.</translation>
        </message>
        <message>
            <location line="+149" />
            <source>The text has a broken character and cannot be stored.</source>
            <translation>El texto tiene un carácter roto y no se puede guardar.</translation>
        </message>
        <message>
            <location filename="../lib/store/conversationrow.cpp" line="+76" />
            <source>A chat needs an address.</source>
            <translation>Un chat necesita una dirección.</translation>
        </message>
        <message>
            <location filename="../lib/store/database.cpp" line="+84" />
            <source>Palique's store is open already.</source>
            <translation>El almacén de Palique ya está abierto.</translation>
        </message>
        <message>
            <location line="+56" />
            <source>Palique's store is closed.</source>
            <translation>El almacén de Palique está cerrado.</translation>
        </message>
        <message>
            <location filename="../lib/store/ledger.cpp" line="+75" />
            <source>The server's count of our messages went backwards.</source>
            <translation>La cuenta que lleva el servidor de nuestros mensajes ha ido hacia atrás.</translation>
        </message>
    </context>
    <context>
        <name>store::Folder</name>
        <message>
            <location filename="../lib/store/folder.cpp" line="+74" />
            <source>Palique is already running with these messages. Close the other one first.</source>
            <translation>Palique ya está abierto con estos mensajes. Cierra antes el otro.</translation>
        </message>
        <message>
            <location line="+16" />
            <source>Your messages were last opened by a newer Palique (format %1, this one knows up to %2). Please install the newer one again; nothing was changed.</source>
            <translation>La última vez abrió tus mensajes un Palique más nuevo (formato %1; este conoce hasta el %2). Vuelve a instalar el más nuevo; no se ha cambiado nada.</translation>
        </message>
        <message>
            <location line="+29" />
            <source>The stored messages are damaged.</source>
            <translation>Los mensajes guardados están dañados.</translation>
        </message>
        <message>
            <location line="+16" />
            <source>The stored messages are damaged and were set aside as “%1”. Palique can go on with an empty store.</source>
            <translation>Los mensajes guardados están dañados y se han apartado como «%1». Palique puede seguir con un almacén vacío.</translation>
        </message>
    </context>
    <context>
        <name>stream</name>
        <message>
            <location filename="../lib/stream/failure.cpp" line="+57" />
            <source>Nobody answered the question where the server is.</source>
            <translation>Nadie ha respondido a la pregunta de dónde está el servidor.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server does not answer.</source>
            <translation>El servidor no responde.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server answered, but the secure connection was not completed.</source>
            <translation>El servidor ha respondido, pero la conexión segura no se ha completado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server answered, but did not complete the sign-in.</source>
            <translation>El servidor ha respondido, pero no ha terminado de dejarte entrar.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>You were signed in, but the server did not open your session.</source>
            <translation>Has entrado, pero el servidor no ha abierto tu sesión.</translation>
        </message>
        <message>
            <location line="+31" />
            <source>The server ended the session.</source>
            <translation>El servidor ha cerrado la sesión.</translation>
        </message>
    </context>
    <context>
        <name>stream::Bind</name>
        <message>
            <location filename="../lib/stream/steps/bind.cpp" line="+47" />
            <source>it offers none.</source>
            <translation>no ofrece ninguna.</translation>
        </message>
        <message>
            <location line="+21" />
            <source>it gave us the address %1.</source>
            <translation>nos dio la dirección %1.</translation>
        </message>
    </context>
    <context>
        <name>stream::Failure</name>
        <message>
            <location filename="../lib/stream/failure.cpp" line="-18" />
            <source>This account signed in somewhere else under the same device name, so it was signed out here.</source>
            <translation>Esta cuenta ha entrado en otro sitio con el mismo nombre de dispositivo, así que aquí se ha cerrado la sesión.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server did not hear from this device for too long.</source>
            <translation>El servidor lleva demasiado tiempo sin noticias de este dispositivo.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server no longer serves this address.</source>
            <translation>El servidor ya no atiende esta dirección.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>This server does not serve this address. Is the part after the @ right?</source>
            <translation>Este servidor no atiende esta dirección. ¿Está bien la parte que va tras la @?</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server had a problem of its own.</source>
            <translation>El servidor ha tenido un problema propio.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server ended the session: not signed in.</source>
            <translation>El servidor ha cerrado la sesión: no habías entrado.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server ended the session because of its rules.</source>
            <translation>El servidor ha cerrado la sesión por sus normas.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server could not reach another server it needs.</source>
            <translation>El servidor no ha llegado a otro servidor que necesita.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server asks to sign in again.</source>
            <translation>El servidor pide entrar de nuevo.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server is too busy at the moment.</source>
            <translation>El servidor tiene demasiado trabajo ahora mismo.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server sends this account to another place.</source>
            <translation>El servidor envía esta cuenta a otro sitio.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server is shutting down or restarting.</source>
            <translation>El servidor se está parando o reiniciando.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>The server speaks another version of XMPP.</source>
            <translation>El servidor habla otra versión de XMPP.</translation>
        </message>
        <message>
            <location line="+14" />
            <source>The connection failed.</source>
            <translation>La conexión ha fallado.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>You were signed in, but the server did not open a session: %1</source>
            <translation>Has entrado, pero el servidor no ha abierto una sesión: %1</translation>
        </message>
        <message>
            <location line="+3" />
            <source>%1 The server says: “%2”</source>
            <translation>%1 El servidor dice: «%2»</translation>
        </message>
        <message>
            <location line="+5" />
            <source>The server said something that makes no sense here. %1</source>
            <translation>El servidor ha dicho algo que aquí no tiene sentido. %1</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The connection was lost.</source>
            <translation>Se ha perdido la conexión.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Signed out.</source>
            <translation>Sesión cerrada.</translation>
        </message>
        <message>
            <location line="+12" />
            <source>Check the network, or the server's name and port under Advanced.</source>
            <translation>Revisa la red, o el nombre y el puerto del servidor en Avanzado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Check the address and the password.</source>
            <translation>Revisa la dirección y la contraseña.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Palique did not send your password.</source>
            <translation>Palique no ha enviado tu contraseña.</translation>
        </message>
    </context>
    <context>
        <name>stream::Negotiator</name>
        <message>
            <location filename="../lib/stream/negotiator.cpp" line="+120" />
            <source>The server speaks XMPP from before 2004, without encryption.</source>
            <translation>El servidor habla un XMPP anterior a 2004, sin cifrado.</translation>
        </message>
        <message>
            <location line="+27" />
            <source>It answers for %1.</source>
            <translation>Responde en nombre de %1.</translation>
        </message>
    </context>
    <context>
        <name>stream::Sasl</name>
        <message>
            <location filename="../lib/stream/steps/sasl.cpp" line="+16" />
            <source>The server offers no way to sign in.</source>
            <translation>El servidor no ofrece ninguna forma de entrar.</translation>
        </message>
    </context>
    <context>
        <name>stream::Sasl2</name>
        <message>
            <location filename="../lib/stream/steps/sasl2.cpp" line="+113" />
            <source>The server asks for a second step of sign-in that Palique cannot do yet.</source>
            <translation>El servidor pide un segundo paso para entrar que Palique aún no sabe dar.</translation>
        </message>
        <message>
            <location line="+15" />
            <source>it gave us the address %1.</source>
            <translation>nos dio la dirección %1.</translation>
        </message>
    </context>
    <context>
        <name>stream::SaslExchange</name>
        <message>
            <location filename="../lib/stream/steps/saslexchange.cpp" line="+38" />
            <source>A sign-in challenge cannot be read.</source>
            <translation>No se puede leer un desafío del servidor al entrar.</translation>
        </message>
        <message>
            <location line="+15" />
            <source>The server's proof of who it is cannot be read.</source>
            <translation>No se puede leer la prueba con que el servidor se identifica.</translation>
        </message>
    </context>
    <context>
        <name>stream::StartTls</name>
        <message>
            <location filename="../lib/stream/steps/starttls.cpp" line="+16" />
            <source>The server offers no encryption, or somebody on the way removed the offer.</source>
            <translation>El servidor no ofrece cifrado, o alguien por el camino ha quitado la oferta.</translation>
        </message>
        <message>
            <location line="+12" />
            <source>The server refused to encrypt the connection.</source>
            <translation>El servidor se ha negado a cifrar la conexión.</translation>
        </message>
    </context>
    <context>
        <name>views::AccountCard</name>
        <message>
            <location filename="../ui/views/settings/accountcard.cpp" line="+52" />
            <source>Use this account</source>
            <translation>Usar esta cuenta</translation>
        </message>
        <message>
            <location line="+18" />
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <location line="+5" />
            <source>If the password was changed somewhere else, type the new one here.</source>
            <translation>Si la contraseña se cambió en otro sitio, escribe aquí la nueva.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Save password</source>
            <translation>Guardar contraseña</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Keep me signed in</source>
            <translation>Mantener la sesión abierta</translation>
        </message>
        <message>
            <location line="+15" />
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <location line="+8" />
            <source>Allow sending the password itself again</source>
            <translation>Permitir otra vez el envío de la propia contraseña</translation>
        </message>
        <message>
            <location line="+3" />
            <source>This server signed you in without seeing your password before. Allow it only if its owner says that this changed; the connection is always secured.</source>
            <translation>Antes este servidor te dejaba entrar sin ver tu contraseña. Permítelo solo si quien lo lleva dice que eso ha cambiado; la conexión va siempre cifrada.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Save and connect</source>
            <translation>Guardar y conectar</translation>
        </message>
        <message>
            <location line="+12" />
            <source>Remove account</source>
            <translation>Quitar cuenta</translation>
        </message>
        <message>
            <location line="+9" />
            <source>Its chats and its password are deleted from this computer. The account itself stays on its server.</source>
            <translation>Sus chats y su contraseña se borran de este ordenador. La cuenta sigue existiendo en su servidor.</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Keep</source>
            <translation>Conservar</translation>
        </message>
        <message>
            <location line="+13" />
            <source>Not in use</source>
            <translation>Sin usar</translation>
        </message>
        <message>
            <location line="+26" />
            <source>The new password is used from now on.</source>
            <translation>A partir de ahora se usa la contraseña nueva.</translation>
        </message>
        <message>
            <location line="+8" />
            <source>Saved. Connecting with it now.</source>
            <translation>Guardado. Conectando con estos datos.</translation>
        </message>
        <message>
            <source>My profile…</source>
            <translation>Mi perfil…</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Direcciones bloqueadas</translation>
        </message>
        <message>
            <source>Everybody at %1</source>
            <translation>Todos los de %1</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Desbloquear</translation>
        </message>
    </context>
    <context>
        <name>views::AccountsPage</name>
        <message>
            <location filename="../ui/views/settings/accountspage.cpp" line="+20" />
            <source>Add account</source>
            <translation>Añadir cuenta</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <location line="+2" />
            <source>This system has no place to keep passwords safely, so you will be asked at each start.</source>
            <translation>Este sistema no tiene dónde guardar contraseñas con seguridad, así que se te pedirá en cada inicio.</translation>
        </message>
    </context>
    <context>
        <name>views::AddressCheck</name>
        <message>
            <location filename="../ui/views/signin/addresscheck.cpp" line="+70" />
            <source>Type an address, like name@example.org.</source>
            <translation>Escribe una dirección, como nombre@example.org.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The server is missing. An address has a name, an @ and a server, like %1@example.org.</source>
            <translation>Falta el servidor. Una dirección tiene un nombre, una @ y un servidor, como %1@example.org.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The name before the @ is missing, like name%1.</source>
            <translation>Falta el nombre delante de la @, como nombre%1.</translation>
        </message>
        <message>
            <location line="+4" />
            <source>The server after the @ is missing, like %1example.org.</source>
            <translation>Falta el servidor detrás de la @, como %1example.org.</translation>
        </message>
        <message>
            <location line="+6" />
            <source>This is not an address. One looks like name@example.org.</source>
            <translation>Esto no es una dirección. Tienen este aspecto: nombre@example.org.</translation>
        </message>
        <message>
            <location line="+1" />
            <location line="+5" />
            <source>Did you mean %1?</source>
            <translation>¿Querías decir %1?</translation>
        </message>
        <message>
            <location line="+2" />
            <source>%1 is for e-mail. Your address for chats is probably another one.</source>
            <translation>%1 es de correo electrónico. Seguramente tu dirección para chats sea otra.</translation>
        </message>
    </context>
    <context>
        <name>views::AdvancedFields</name>
        <message>
            <location filename="../ui/views/signin/advancedfields.cpp" line="+23" />
            <source>Allow an old, weaker sign-in</source>
            <translation>Permitir una forma de entrar antigua y más débil</translation>
        </message>
        <message>
            <location line="+8" />
            <source>Automatic</source>
            <translation>Automática</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Secure from the start (direct TLS)</source>
            <translation>Segura desde el principio (TLS directo)</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Secured once connected (STARTTLS)</source>
            <translation>Se asegura al conectar (STARTTLS)</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Connection</source>
            <translation>Conexión</translation>
        </message>
        <message>
            <location line="+11" />
            <source>Only for servers that know nothing newer (DIGEST-MD5).</source>
            <translation>Solo para servidores que no conocen nada más nuevo (DIGEST-MD5).</translation>
        </message>
        <message>
            <location line="+7" />
            <source>found by itself</source>
            <comment>placeholder of the field Host</comment>
            <translation>se busca solo</translation>
        </message>
        <message>
            <location line="+2" />
            <source>usual one</source>
            <comment>placeholder of the field Port</comment>
            <translation>el habitual</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Host</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
        <message>
            <location line="+12" />
            <source>none</source>
            <comment>placeholder of the field Your certificate</comment>
            <translation>ninguno</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Choose a file with your certificate and its key</source>
            <translation>Elige un archivo con tu certificado y su clave</translation>
        </message>
        <message>
            <location line="+8" />
            <source>Your certificate, if your server wants one</source>
            <translation>Tu certificado, si tu servidor lo pide</translation>
        </message>
        <message>
            <location line="+10" />
            <source>Passphrase of the certificate</source>
            <translation>Frase de paso del certificado</translation>
        </message>
        <message>
            <location line="+9" />
            <source>Certificates (*.p12 *.pfx *.pem *.crt)</source>
            <translation>Certificados (*.p12 *.pfx *.pem *.crt)</translation>
        </message>
        <message>
            <location line="+0" />
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Your certificate</source>
            <translation>Tu certificado</translation>
        </message>
    </context>
    <context>
        <name>views::AppearancePage</name>
        <message>
            <location filename="../ui/views/settings/appearancepage.cpp" line="+29" />
            <source>Compact list of chats</source>
            <translation>Lista de chats compacta</translation>
        </message>
        <message>
            <location line="+15" />
            <source>Appearance</source>
            <translation>Aspecto</translation>
        </message>
        <message>
            <location line="+3" />
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Colours</source>
            <translation>Colores</translation>
        </message>
        <message>
            <location line="+9" />
            <location line="+34" />
            <source>Size of the text</source>
            <translation>Tamaño del texto</translation>
        </message>
        <message>
            <location line="-13" />
            <source>Keyboard</source>
            <translation>Teclado</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Enter sends, Shift+Enter begins a line</source>
            <translation>Intro envía, Mayús+Intro empieza una línea</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Enter begins a line, Ctrl+Enter sends</source>
            <translation>Intro empieza una línea, Ctrl+Intro envía</translation>
        </message>
        <message>
            <location line="+1" />
            <source>While writing a message</source>
            <translation>Al escribir un mensaje</translation>
        </message>
        <message>
            <location line="+20" />
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <location line="+7" />
            <source>New chat</source>
            <translation>Nuevo chat</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Next chat</source>
            <translation>Siguiente chat</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Next part of the window</source>
            <translation>Siguiente parte de la ventana</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
    </context>
    <context>
        <name>views::CertificateDialog</name>
        <message>
            <location filename="../ui/views/chats/certificatedialog.cpp" line="+19" />
            <source>Certificate</source>
            <translation>Certificado</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>views::CertificatePanel</name>
        <message>
            <location filename="../ui/views/signin/certificatepanel.cpp" line="+31" />
            <source>Trust this certificate</source>
            <translation>Confiar en este certificado</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Certificate</source>
            <translation>Certificado</translation>
        </message>
        <message>
            <location line="+22" />
            <source>This is not the certificate you trusted</source>
            <translation>Este no es el certificado en el que confiaste</translation>
        </message>
        <message>
            <location line="+0" />
            <source>The server could not prove who it is</source>
            <translation>El servidor no ha podido demostrar quién es</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Issued to</source>
            <translation>Emitido para</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Issued by</source>
            <translation>Emitido por</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Good for</source>
            <translation>Sirve para</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Valid</source>
            <translation>Válido</translation>
        </message>
        <message>
            <location line="+0" />
            <source>%1 to %2</source>
            <comment>from one date to another</comment>
            <translation>del %1 al %2</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Fingerprint</source>
            <translation>Huella</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Somebody may be listening. Trust it only if whoever runs the server tells you that it was replaced, and the fingerprints are the same.</source>
            <translation>Puede que alguien esté escuchando. Confía en él solo si quien lleva el servidor te dice que lo ha cambiado y las huellas coinciden.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Somebody may be listening. Ask whoever runs the server whether it was replaced.</source>
            <translation>Puede que alguien esté escuchando. Pregunta a quien lleva el servidor si lo ha cambiado.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Trust it only if you know this server, and compare the fingerprint with what its owner tells you. It is trusted for this account alone.</source>
            <translation>Confía en él solo si conoces este servidor, y compara la huella con la que te diga su dueño. Solo vale para esta cuenta.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>This server proved itself before, so the network may be in the way, as where one signs in on a web page first. Palique tries again by itself.</source>
            <translation>Este servidor ya se había identificado bien, así que puede que estorbe la red, como cuando antes hay que entrar en una página web. Palique lo intenta de nuevo por su cuenta.</translation>
        </message>
    </context>
    <context>
        <name>views::ChatsPane</name>
        <message>
            <location filename="../ui/views/chats/chatspane.cpp" line="+55" />
            <source>Menu</source>
            <translation>Menú</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <location line="+31" />
            <source>All</source>
            <comment>chats</comment>
            <translation>Todos</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Unread</source>
            <comment>chats</comment>
            <translation>Sin leer</translation>
        </message>
        <message>
            <location line="+26" />
            <source>New chat</source>
            <translation>Nuevo chat</translation>
        </message>
        <message>
            <location line="+2" />
            <source>You have read everything.</source>
            <translation>Lo has leído todo.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>No chats yet.</source>
            <translation>Aún no hay chats.</translation>
        </message>
        <message>
            <location line="+61" />
            <source>Unpin</source>
            <translation>Desfijar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Pin to the top</source>
            <translation>Fijar arriba</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Mark as read</source>
            <translation>Marcar como leído</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Close chat</source>
            <translation>Cerrar chat</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Find a chat (Ctrl+K)</source>
            <translation>Buscar un chat (Ctrl+K)</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Talk with somebody (Ctrl+N)</source>
            <translation>Hablar con alguien (Ctrl+N)</translation>
        </message>
        <message>
            <source>Open in a new window</source>
            <translation>Abrir en una ventana nueva</translation>
        </message>
        <message>
            <source>Export this chat…</source>
            <translation>Exportar este chat…</translation>
        </message>
    </context>
    <context>
        <name>views::Composer</name>
        <message>
            <location filename="../ui/views/conversation/composer.cpp" line="+22" />
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message>
            <location line="+15" />
            <source>Send (Enter)</source>
            <translation>Enviar (Intro)</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Send (Ctrl+Enter)</source>
            <translation>Enviar (Ctrl+Intro)</translation>
        </message>
        <message>
            <location line="+63" />
            <source>as %1</source>
            <comment>the account a message is written with</comment>
            <translation>como %1</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Emoji</source>
            <translation>Emojis</translation>
        </message>
        <message>
            <source>Save the change (Enter)</source>
            <translation>Guardar el cambio (Intro)</translation>
        </message>
        <message>
            <source>Save the change (Ctrl+Enter)</source>
            <translation>Guardar el cambio (Ctrl+Intro)</translation>
        </message>
        <message>
            <source>Edit message</source>
            <translation>Editar el mensaje</translation>
        </message>
        <message>
            <source>Cancel the change</source>
            <translation>Cancelar el cambio</translation>
        </message>
        <message>
            <source>You are changing a message. Escape leaves it as it was.</source>
            <translation>Estás cambiando un mensaje. Escape lo deja como estaba.</translation>
        </message>
    </context>
    <context>
        <name>views::ConnectionBanner</name>
        <message>
            <location filename="../ui/views/chats/connectionbanner.cpp" line="+53" />
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Keep me signed in</source>
            <translation>Mantener la sesión abierta</translation>
        </message>
        <message>
            <location line="+48" />
            <location line="+16" />
            <source>Type your password to go online.</source>
            <translation>Escribe tu contraseña para conectarte.</translation>
        </message>
        <message>
            <location line="-12" />
            <source>You are offline.</source>
            <translation>Estás sin conexión.</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Go online</source>
            <translation>Conectarme</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Connecting…</source>
            <translation>Conectando…</translation>
        </message>
        <message>
            <location line="+7" />
            <source>The connection is gone.</source>
            <translation>Se ha perdido la conexión.</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Palique goes on as soon as there is a network.</source>
            <translation>Palique sigue en cuanto haya red.</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Trying again in %1 s.</source>
            <translation>Nuevo intento en %1 s.</translation>
        </message>
        <message numerus="yes">
            <location line="+0" />
            <source>Trying again in %n minutes.</source>
            <translation>
                <numerusform>Nuevo intento en %n minuto.</numerusform>
                <numerusform>Nuevo intento en %n minutos.</numerusform>
            </translation>
        </message>
        <message>
            <location line="+5" />
            <location line="+17" />
            <source>Try now</source>
            <translation>Probar ya</translation>
        </message>
        <message>
            <location line="-7" />
            <source>Show certificate</source>
            <translation>Ver certificado</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Sign in here</source>
            <translation>Entrar aquí</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Signing in does not work.</source>
            <translation>No se puede entrar.</translation>
        </message>
        <message>
            <location line="+5" />
            <source>The password was not accepted.</source>
            <translation>La contraseña no ha sido aceptada.</translation>
        </message>
    </context>
    <context>
        <name>views::ConversationHeader</name>
        <message>
            <location filename="../ui/views/conversation/conversationheader.cpp" line="+19" />
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Back to the chats (Esc)</source>
            <translation>Volver a los chats (Esc)</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Details (Ctrl+I)</source>
            <translation>Detalles (Ctrl+I)</translation>
        </message>
        <message>
            <source>Search in this chat</source>
            <translation>Buscar en este chat</translation>
        </message>
    </context>
    <context>
        <name>views::ConversationPage</name>
        <message>
            <location filename="../ui/views/conversation/conversationpage.cpp" line="+152" />
            <source>There is no connection. What you write is sent as soon as there is one.</source>
            <translation>No hay conexión. Lo que escribas se envía en cuanto la haya.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>not in your contacts</source>
            <translation>no está en tus contactos</translation>
        </message>
        <message>
            <location line="+10" />
            <source>typing…</source>
            <translation>escribiendo…</translation>
        </message>
        <message>
            <location line="+2" />
            <source>%1 is typing…</source>
            <translation>%1 está escribiendo…</translation>
        </message>
        <message>
            <location line="+99" />
            <source>Retry</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Copy selection</source>
            <translation>Copiar la selección</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Copy text</source>
            <translation>Copiar el texto</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Message info</source>
            <translation>Datos del mensaje</translation>
        </message>
        <message>
            <location line="+8" />
            <source>You</source>
            <translation>Tú</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Editar</translation>
        </message>
        <message>
            <source>blocked</source>
            <translation>dirección bloqueada</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>The text has %L1 characters, and a message can have %L2. Nothing was pasted.</source>
            <translation>El texto tiene %L1 caracteres y un mensaje puede tener %L2. No se ha pegado nada.</translation>
        </message>
    </context>
    <context>
        <name>views::DetailsPane</name>
        <message>
            <location filename="../ui/views/details/detailspane.cpp" line="+30" />
            <source>Close details</source>
            <translation>Cerrar detalles</translation>
        </message>
        <message>
            <location line="+6" />
            <location line="+4" />
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <location line="+20" />
            <source>Devices</source>
            <translation>Dispositivos</translation>
        </message>
        <message>
            <location line="+31" />
            <source>Copy address</source>
            <translation>Copiar dirección</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Change name and groups</source>
            <translation>Cambiar nombre y grupos</translation>
        </message>
        <message>
            <location line="+15" />
            <source>The address is in the clipboard.</source>
            <translation>La dirección está en el portapapeles.</translation>
        </message>
        <message>
            <location line="+13" />
            <source>Friends, Work</source>
            <comment>example of groups</comment>
            <translation>Amigos, Trabajo</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Groups, with commas between</source>
            <translation>Grupos, separados por comas</translation>
        </message>
        <message>
            <location line="+21" />
            <source>Add contact</source>
            <translation>Añadir contacto</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Remove contact</source>
            <translation>Quitar contacto</translation>
        </message>
        <message>
            <location line="+58" />
            <source>not in your contacts</source>
            <translation>no está en tus contactos</translation>
        </message>
        <message>
            <location line="+19" />
            <source>Groups</source>
            <translation>Grupos</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Their time</source>
            <translation>Su hora</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Asked to see when they are online; no answer yet</source>
            <translation>Has pedido ver cuándo se conecta; aún sin respuesta</translation>
        </message>
        <message>
            <location line="+2" />
            <source>They see when you are online, you do not see them</source>
            <translation>Ve cuándo te conectas, tú no ves cuándo se conecta</translation>
        </message>
        <message>
            <location line="+2" />
            <source>You see when they are online, they do not see you</source>
            <translation>Ves cuándo se conecta, pero no ve cuándo te conectas tú</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Presence</source>
            <translation>Presencia</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Your account</source>
            <translation>Tu cuenta</translation>
        </message>
        <message>
            <location line="+42" />
            <source>(%1 h ahead of you)</source>
            <translation>(%1 h más que aquí)</translation>
        </message>
        <message>
            <location line="+0" />
            <source>(%1 h behind you)</source>
            <translation>(%1 h menos que aquí)</translation>
        </message>
        <message>
            <location line="+52" />
            <source>You no longer see each other's presence then. The chat stays.</source>
            <translation>Dejaréis de ver cuándo os conectáis. El chat se conserva.</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Keep</source>
            <translation>Conservar</translation>
        </message>
        <message>
            <source>Calls themselves</source>
            <translation>Se hace llamar</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Nombre completo</translation>
        </message>
        <message>
            <source>What they do</source>
            <translation>A qué se dedica</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organización</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Página web</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>Cumpleaños</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Sobre</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>Desbloquear</translation>
        </message>
    </context>
    <context>
        <name>views::GeneralPage</name>
        <message>
            <source>Start with the session, minimised</source>
            <translation>Iniciar con la sesión, minimizado</translation>
        </message>
        <message>
            <source>Keep running in the tray when the window is closed</source>
            <translation>Seguir en la bandeja al cerrar la ventana</translation>
        </message>
        <message>
            <source>Starting and closing</source>
            <translation>Inicio y cierre</translation>
        </message>
        <message>
            <source>Messages come in from the beginning, and the window stays out of the way.</source>
            <translation>Los mensajes llegan desde el principio y la ventana no estorba.</translation>
        </message>
        <message>
            <source>“Quit” in the menu always ends Palique.</source>
            <translation>«Salir», en el menú, siempre cierra Palique.</translation>
        </message>
        <message>
            <source>This desktop has no tray at the moment, so closing the window ends Palique.</source>
            <translation>Este escritorio no tiene bandeja en este momento, así que cerrar la ventana cierra Palique.</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>El del sistema</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Language of the windows</source>
            <translation>Idioma de las ventanas</translation>
        </message>
        <message>
            <source>Palique speaks it from the next start on.</source>
            <translation>Palique lo hablará desde el próximo inicio.</translation>
        </message>
        <message>
            <source>When something goes wrong</source>
            <translation>Cuando algo va mal</translation>
        </message>
        <message>
            <source>Palique notes what it does in a file on this computer, without passwords and without what people write.</source>
            <translation>Palique anota lo que hace en un archivo de este equipo, sin contraseñas y sin lo que la gente escribe.</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Abrir la carpeta</translation>
        </message>
    </context>
    <context>
        <name>views::InspectorWindow</name>
        <message>
            <source>Phases</source>
            <translation>Fases</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Elementos</translation>
        </message>
        <message>
            <source>Both directions</source>
            <translation>Ambos sentidos</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Recibido</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Show secrets</source>
            <translation>Mostrar secretos</translation>
        </message>
        <message>
            <source>Write XML</source>
            <translation>Escribir XML</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>Attempt</source>
            <translation>Intento</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Sentido</translation>
        </message>
        <message>
            <source>Other side</source>
            <translation>Otra parte</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Norma</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Todos</translation>
        </message>
        <message>
            <source>All standards</source>
            <translation>Todas las normas</translation>
        </message>
        <message numerus="yes">
            <source>%n element(s), and more wait</source>
            <translation>
                <numerusform>%n elemento, y esperan más</numerusform>
                <numerusform>%n elementos, y esperan más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n element(s)</source>
            <translation>
                <numerusform>%n elemento</numerusform>
                <numerusform>%n elementos</numerusform>
            </translation>
        </message>
        <message>
            <source>Passwords and sign-in data can be read now, here and in what you export. Show them to nobody.</source>
            <translation>Ahora se pueden leer contraseñas y datos de entrada, aquí y en lo que exportes. No se los enseñes a nadie.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Copy XML</source>
            <translation>Copiar el XML</translation>
        </message>
        <message>
            <source>Go to what it answers</source>
            <translation>Ir a lo que responde</translation>
        </message>
        <message>
            <source>Go to its answer</source>
            <translation>Ir a su respuesta</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>Texto (*.txt)</translation>
        </message>
        <message>
            <source>Written to %1</source>
            <translation>Guardado en %1</translation>
        </message>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>El archivo no se puede escribir: %1</translation>
        </message>
    </context>
    <context>
        <name>views::MessageInfo</name>
        <message>
            <location filename="../ui/views/conversation/messageinfo.cpp" line="+24" />
            <source>Waits for a connection</source>
            <translation>Espera una conexión</translation>
        </message>
        <message>
            <location line="+1" />
            <source>On its way to the server</source>
            <translation>De camino al servidor</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Not sent</source>
            <translation>No enviado</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Read</source>
            <translation>Leído</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Delivered</source>
            <translation>Entregado</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <location line="+8" />
            <location line="+14" />
            <source>Message info</source>
            <translation>Datos del mensaje</translation>
        </message>
        <message>
            <location line="-10" />
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Written</source>
            <translation>Escrito</translation>
        </message>
        <message>
            <location line="+1" />
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Protection</source>
            <translation>Protección</translation>
        </message>
        <message>
            <location line="+0" />
            <source>On the way to and from the servers, not from end to end</source>
            <translation>En el camino a los servidores y desde ellos, no de extremo a extremo</translation>
        </message>
        <message>
            <location line="+0" />
            <source>From end to end</source>
            <translation>De extremo a extremo</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Earlier versions</source>
            <translation>Versiones anteriores</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modificado</translation>
        </message>
        <message>
            <source>The change was not sent</source>
            <translation>El cambio no se ha enviado</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>views::MuteMenu</name>
        <message>
            <source>Notify again (muted until %1)</source>
            <translation>Volver a avisar (silenciado hasta las %1)</translation>
        </message>
        <message>
            <source>Notify again</source>
            <translation>Volver a avisar</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Silenciar</translation>
        </message>
        <message>
            <source>For 1 hour</source>
            <translation>Durante 1 hora</translation>
        </message>
        <message>
            <source>For 8 hours</source>
            <translation>Durante 8 horas</translation>
        </message>
        <message>
            <source>For ever</source>
            <translation>Para siempre</translation>
        </message>
    </context>
    <context>
        <name>views::NewChatDialog</name>
        <message>
            <location filename="../ui/views/chats/newchatdialog.cpp" line="+24" />
            <source>Add contact</source>
            <translation>Añadir contacto</translation>
        </message>
        <message>
            <location line="+3" />
            <source>New chat</source>
            <translation>Nuevo chat</translation>
        </message>
        <message>
            <location line="+17" />
            <source>A name, or an address like name@example.org</source>
            <translation>Un nombre, o una dirección como nombre@example.org</translation>
        </message>
        <message>
            <location line="+4" />
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <location line="+11" />
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Your account</source>
            <translation>Tu cuenta</translation>
        </message>
        <message>
            <location line="+7" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location line="+39" />
            <source>%1 is not in your contacts yet. Adding asks them whether you may see when they are online.</source>
            <translation>%1 aún no está en tus contactos. Al añadir se le pregunta si puedes ver cuándo se conecta.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>You have no contacts yet. Type the address of somebody you know.</source>
            <translation>Aún no tienes contactos. Escribe la dirección de alguien que conozcas.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Nobody in your contacts is called so. To talk with somebody new, type their whole address.</source>
            <translation>Nadie de tus contactos se llama así. Para hablar con alguien nuevo, escribe su dirección completa.</translation>
        </message>
    </context>
    <context>
        <name>views::NotificationsPage</name>
        <message>
            <source>Notifications</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>No notifications for now</source>
            <translation>Sin avisos por ahora</translation>
        </message>
        <message>
            <source>Your status “Do not disturb” silences them too. A single chat is muted from its menu in the list.</source>
            <translation>Tu estado «No molestar» también los silencia. Un solo chat se silencia desde su menú en la lista.</translation>
        </message>
        <message>
            <source>Show the text of messages in notifications</source>
            <translation>Mostrar el texto de los mensajes en los avisos</translation>
        </message>
        <message>
            <source>Otherwise only who wrote, and how many messages.</source>
            <translation>Si no, solo quién ha escrito y cuántos mensajes.</translation>
        </message>
        <message>
            <source>Hide the text while the screen is locked</source>
            <translation>Ocultar el texto con la pantalla bloqueada</translation>
        </message>
        <message>
            <source>Play a sound</source>
            <translation>Reproducir un sonido</translation>
        </message>
        <message>
            <source>Which one, and how loud, is the desktop's choice.</source>
            <translation>Cuál y con qué volumen lo decide el escritorio.</translation>
        </message>
    </context>
    <context>
        <name>views::Palette</name>
        <message>
            <source>Find anything</source>
            <translation>Buscar cualquier cosa</translation>
        </message>
        <message>
            <source>Search chats, contacts and actions</source>
            <translation>Buscar chats, contactos y acciones</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>No se ha encontrado nada</translation>
        </message>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n resultado</numerusform>
                <numerusform>%n resultados</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::RequestsPage</name>
        <message>
            <location filename="../ui/views/chats/requestspage.cpp" line="+21" />
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <location line="+9" />
            <source>Requests</source>
            <translation>Solicitudes</translation>
        </message>
        <message numerus="yes">
            <source>%n more wait behind these.</source>
            <translation>
                <numerusform>%n más espera detrás de estas.</numerusform>
                <numerusform>%n más esperan detrás de estas.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>views::SendPanel</name>
        <message>
            <source>Send XML</source>
            <translation>Enviar XML</translation>
        </message>
        <message>
            <source>XML to send</source>
            <translation>XML que enviar</translation>
        </message>
        <message>
            <source>One message, presence or iq</source>
            <translation>Un message, presence o iq</translation>
        </message>
        <message>
            <source>This goes out in your name, exactly as you write it. Never send what somebody else gave you unless you know what it does.</source>
            <translation>Esto sale en tu nombre, tal como lo escribas. No envíes nunca lo que te haya dado otra persona si no sabes qué hace.</translation>
        </message>
        <message>
            <source>XML can be sent while the account is connected.</source>
            <translation>Se puede enviar XML mientras la cuenta esté conectada.</translation>
        </message>
    </context>
    <context>
        <name>views::SettingsWindow</name>
        <message>
            <location filename="../ui/views/settings/settingswindow.cpp" line="+23" />
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <location line="+4" />
            <source>Sections</source>
            <translation>Secciones</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Appearance</source>
            <translation>Aspecto</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>General</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Atajos</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Escritura</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
    </context>
    <context>
        <name>views::Shortcuts</name>
        <message>
            <source>%1 alone is for writing. Add Ctrl or Alt.</source>
            <translation>%1 a solas sirve para escribir. Añade Ctrl o Alt.</translation>
        </message>
        <message>
            <source>%1 is for editing text.</source>
            <translation>%1 sirve para editar texto.</translation>
        </message>
        <message>
            <source>%1 is already used by “%2”.</source>
            <translation>%1 ya se usa para «%2».</translation>
        </message>
    </context>
    <context>
        <name>views::ShortcutsPage</name>
        <message>
            <source>Reset all</source>
            <translation>Restablecer todos</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Atajos</translation>
        </message>
        <message>
            <source>Choose a field and press the keys you want. Backspace takes them away.</source>
            <translation>Elige un campo y pulsa las teclas que quieras. Retroceso las quita.</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Restablecer</translation>
        </message>
        <message>
            <source>Shortcut of “%1”</source>
            <translation>Atajo de «%1»</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Reset the shortcut of “%1”</source>
            <translation>Restablecer el atajo de «%1»</translation>
        </message>
    </context>
    <context>
        <name>views::SignInDialog</name>
        <message>
            <location filename="../ui/views/signin/signindialog.cpp" line="+45" />
            <location line="+4" />
            <location line="+23" />
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <location line="-26" />
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <location line="+29" />
            <source>With the address you have, from whichever provider.</source>
            <translation>Con la dirección que tengas, de cualquier proveedor.</translation>
        </message>
        <message>
            <source>What happened?</source>
            <translation>¿Qué ha pasado?</translation>
        </message>
    </context>
    <context>
        <name>views::SignInForm</name>
        <message>
            <location filename="../ui/views/signin/signinform.cpp" line="+24" />
            <source>Keep me signed in</source>
            <translation>Mantener la sesión abierta</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <location line="+7" />
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <location line="+42" />
            <source>This system has no place to keep passwords safely, so you will be asked at each start.</source>
            <translation>Este sistema no tiene dónde guardar contraseñas con seguridad, así que se te pedirá en cada inicio.</translation>
        </message>
        <message>
            <location line="+26" />
            <source>Use %1</source>
            <translation>Usar %1</translation>
        </message>
    </context>
    <context>
        <name>views::WelcomePage</name>
        <message>
            <location filename="../ui/views/signin/welcomepage.cpp" line="+18" />
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Welcome to Palique</source>
            <translation>Te damos la bienvenida a Palique</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Talk with anyone who has an address like name@example.org, whichever provider or program they use.</source>
            <translation>Habla con cualquiera que tenga una dirección como nombre@example.org, use el proveedor o el programa que use.</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurar una copia de seguridad</translation>
        </message>
    </context>
    <context>
        <name>views::Words</name>
        <message>
            <location filename="../ui/views/words.cpp" line="+21" />
            <source>Find the server</source>
            <translation>Buscar el servidor</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Connect</source>
            <translation>Conectar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Secure</source>
            <translation>Asegurar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Sign in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Load chats</source>
            <translation>Cargar chats</translation>
        </message>
        <message>
            <location line="+6" />
            <source>Finding the server…</source>
            <translation>Buscando el servidor…</translation>
        </message>
        <message>
            <location line="+1" />
            <location line="+44" />
            <source>Connecting…</source>
            <translation>Conectando…</translation>
        </message>
        <message>
            <location line="-43" />
            <source>Making the connection secure…</source>
            <translation>Asegurando la conexión…</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Signing in…</source>
            <translation>Entrando…</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Loading chats…</source>
            <translation>Cargando chats…</translation>
        </message>
        <message>
            <location line="+19" />
            <source>online</source>
            <translation>en línea</translation>
        </message>
        <message>
            <location line="+1" />
            <source>away</source>
            <translation>ausente</translation>
        </message>
        <message>
            <location line="+1" />
            <source>away for longer</source>
            <translation>ausente un buen rato</translation>
        </message>
        <message>
            <location line="+1" />
            <source>do not disturb</source>
            <translation>no molestar</translation>
        </message>
        <message>
            <location line="+3" />
            <source>offline</source>
            <translation>sin conexión</translation>
        </message>
        <message>
            <location line="+13" />
            <source>Signed out</source>
            <translation>Sesión cerrada</translation>
        </message>
        <message>
            <location line="+5" />
            <source>Connected</source>
            <translation>Conectada</translation>
        </message>
        <message>
            <location line="+1" />
            <source>No connection</source>
            <translation>Sin conexión</translation>
        </message>
        <message>
            <location line="+3" />
            <source>Needs your attention</source>
            <translation>Necesita tu atención</translation>
        </message>
        <message>
            <source>last seen %1</source>
            <translation>última vez: %1</translation>
        </message>
        <message>
            <source>%1, last active %2</source>
            <translation>%1, activo por última vez: %2</translation>
        </message>
    </context>
    <context>
        <name>widgets::Banner</name>
        <message>
            <location filename="../ui/widgets/banner.cpp" line="+112" />
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>widgets::ChatDelegate</name>
        <message>
            <location filename="../ui/widgets/chatdelegate.cpp" line="+217" />
            <source>Draft:</source>
            <translation>Borrador:</translation>
        </message>
    </context>
    <context>
        <name>widgets::ChatListView</name>
        <message>
            <location filename="../ui/widgets/chatlistview.cpp" line="+23" />
            <source>Draft: %1</source>
            <translation>Borrador: %1</translation>
        </message>
        <message numerus="yes">
            <location line="+5" />
            <source>%n unread</source>
            <translation>
                <numerusform>%n sin leer</numerusform>
                <numerusform>%n sin leer</numerusform>
            </translation>
        </message>
        <message>
            <location line="+9" />
            <source>Chats</source>
            <translation>Chats</translation>
        </message>
    </context>
    <context>
        <name>widgets::Collapsible</name>
        <message>
            <location filename="../ui/widgets/collapsible.cpp" line="+57" />
            <source>Unfolded</source>
            <translation>Desplegado</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Folded</source>
            <translation>Plegado</translation>
        </message>
    </context>
    <context>
        <name>widgets::EmojiCompleter</name>
        <message>
            <location filename="../ui/widgets/emojicompleter.cpp" line="+1" />
            <source>Matching emoji</source>
            <translation>Emojis que coinciden</translation>
        </message>
    </context>
    <context>
        <name>widgets::EmojiPicker</name>
        <message>
            <location filename="../ui/widgets/emojipicker.cpp" line="+1" />
            <source>Smileys and feelings</source>
            <translation>Caras y sentimientos</translation>
        </message>
        <message>
            <location line="+1" />
            <source>People and body</source>
            <translation>Personas y cuerpo</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Animals and nature</source>
            <translation>Animales y naturaleza</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Food and drink</source>
            <translation>Comida y bebida</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Travel and places</source>
            <translation>Viajes y lugares</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Activities</source>
            <translation>Actividades</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Objects</source>
            <translation>Objetos</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Symbols</source>
            <translation>Símbolos</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Flags</source>
            <translation>Banderas</translation>
        </message>
        <message>
            <location line="+1" />
            <source>No skin tone</source>
            <translation>Sin tono de piel</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Light skin tone</source>
            <translation>Tono de piel claro</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Medium-light skin tone</source>
            <translation>Tono de piel claro medio</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Medium skin tone</source>
            <translation>Tono de piel medio</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Medium-dark skin tone</source>
            <translation>Tono de piel oscuro medio</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Dark skin tone</source>
            <translation>Tono de piel oscuro</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Emoji</source>
            <translation>Emojis</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Search emoji</source>
            <translation>Buscar emojis</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Skin tone</source>
            <translation>Tono de piel</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Recently used</source>
            <translation>Usados hace poco</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Nothing used yet</source>
            <translation>Todavía no has usado ninguno</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Nothing found</source>
            <translation>No hay ninguno así</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Found</source>
            <translation>Encontrados</translation>
        </message>
    </context>
    <context>
        <name>widgets::MessageEdit</name>
        <message>
            <location filename="../ui/widgets/messageedit.cpp" line="+31" />
            <location line="+1" />
            <location line="+133" />
            <location line="+1" />
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
    </context>
    <context>
        <name>widgets::MessageView</name>
        <message>
            <location filename="../ui/widgets/messagedata.cpp" line="+84" />
            <source>sending</source>
            <translation>enviando</translation>
        </message>
        <message>
            <location line="+1" />
            <source>sent</source>
            <translation>enviado</translation>
        </message>
        <message>
            <location line="+1" />
            <source>delivered</source>
            <translation>entregado</translation>
        </message>
        <message>
            <location line="+1" />
            <source>read</source>
            <translation>leído</translation>
        </message>
        <message>
            <location line="+1" />
            <source>failed</source>
            <translation>ha fallado</translation>
        </message>
        <message>
            <location line="+18" />
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <location line="+2" />
            <source>Yesterday</source>
            <translation>Ayer</translation>
        </message>
        <message>
            <location line="+16" />
            <source>You</source>
            <translation>Tú</translation>
        </message>
        <message>
            <location line="+9" />
            <location filename="../ui/widgets/messagelayout.cpp" line="+148" />
            <source>This message was deleted</source>
            <translation>Este mensaje se ha borrado</translation>
        </message>
        <message>
            <location filename="../ui/widgets/messagelayout.cpp" line="+22" />
            <location line="+89" />
            <location filename="../ui/widgets/messagepainter.cpp" line="+136" />
            <source>Show all</source>
            <translation>Mostrar todo</translation>
        </message>
        <message>
            <location line="-52" />
            <source>edited</source>
            <translation>editado</translation>
        </message>
        <message>
            <location line="+21" />
            <location line="+33" />
            <location filename="../ui/widgets/messagepainter.cpp" line="-27" />
            <source>Retry</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <location line="-29" />
            <source>Not sent</source>
            <translation>No enviado</translation>
        </message>
        <message>
            <location filename="../ui/widgets/messagepainter.cpp" line="-48" />
            <source>New messages</source>
            <translation>Mensajes nuevos</translation>
        </message>
        <message>
            <location filename="../ui/widgets/messageview.cpp" line="+26" />
            <location line="+220" />
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <location filename="../ui/widgets/messageviewinput.cpp" line="+213" />
            <source>Arrived later than it was sent</source>
            <translation>Llegó más tarde de lo que se envió</translation>
        </message>
    </context>
    <context>
        <name>widgets::PasswordField</name>
        <message>
            <location filename="../ui/widgets/fields.cpp" line="+47" />
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <location line="+13" />
            <source>Hide password</source>
            <translation>Ocultar contraseña</translation>
        </message>
        <message>
            <location line="+0" />
            <source>Show password</source>
            <translation>Mostrar contraseña</translation>
        </message>
    </context>
    <context>
        <name>widgets::Presence</name>
        <message>
            <location filename="../ui/widgets/avatar.cpp" line="+160" />
            <source>Online</source>
            <translation>En línea</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Away</source>
            <translation>Ausente</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Busy</source>
            <translation>Ocupado</translation>
        </message>
        <message>
            <location line="+1" />
            <source>Offline</source>
            <translation>Desconectado</translation>
        </message>
    </context>
    <context>
        <name>widgets::ScrollPill</name>
        <message numerus="yes">
            <location filename="../ui/widgets/scrollpill.cpp" line="+30" />
            <source>%n new</source>
            <translation>
                <numerusform>%n nuevo</numerusform>
                <numerusform>%n nuevos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location line="+1" />
            <source>%n new messages, go to the newest</source>
            <translation>
                <numerusform>%n mensaje nuevo, ir al más reciente</numerusform>
                <numerusform>%n mensajes nuevos, ir al más reciente</numerusform>
            </translation>
        </message>
        <message>
            <location line="+0" />
            <source>Go to the newest message</source>
            <translation>Ir al mensaje más reciente</translation>
        </message>
    </context>
    <context>
        <name>widgets::SearchField</name>
        <message>
            <location filename="../ui/widgets/fields.cpp" line="-43" />
            <location line="+1" />
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <location line="+5" />
            <location line="+1" />
            <source>Clear</source>
            <translation>Borrar</translation>
        </message>
    </context>
    <context>
        <name>widgets::StepLine</name>
        <message>
            <location filename="../ui/widgets/stepline.cpp" line="+26" />
            <source>in progress</source>
            <translation>en marcha</translation>
        </message>
        <message>
            <location line="+1" />
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <location line="+1" />
            <source>failed</source>
            <translation>fallido</translation>
        </message>
        <message>
            <location line="+3" />
            <source>not yet</source>
            <translation>todavía no</translation>
        </message>
        <message>
            <location line="+8" />
            <source>Connection</source>
            <translation>Conexión</translation>
        </message>
    </context>
    <context>
        <name>xep::DiscoModule</name>
        <message>
            <location filename="../lib/xep/disco/disco.cpp" line="+81" />
            <source>The other side claims to be able to do more than can be.</source>
            <translation>La otra parte dice poder hacer más de lo posible.</translation>
        </message>
    </context>
    <context>
        <name>xep::Explanations</name>
        <message>
            <source>We refuse. %1</source>
            <translation>Nos negamos. %1</translation>
        </message>
        <message>
            <source>It did not work. %1</source>
            <translation>No ha funcionado. %1</translation>
        </message>
        <message>
            <source>It worked.</source>
            <translation>Ha funcionado.</translation>
        </message>
        <message>
            <source>An answer of a kind Palique does not know.</source>
            <translation>Una respuesta de una clase que Palique no conoce.</translation>
        </message>
        <message>
            <source>A request of a kind Palique does not know.</source>
            <translation>Una petición de una clase que Palique no conoce.</translation>
        </message>
        <message>
            <source>Words of ours for a group.</source>
            <translation>Palabras nuestras para un grupo.</translation>
        </message>
        <message>
            <source>Words of somebody in a group.</source>
            <translation>Palabras de alguien en un grupo.</translation>
        </message>
        <message>
            <source>Words of ours for somebody.</source>
            <translation>Palabras nuestras para alguien.</translation>
        </message>
        <message>
            <source>Words of somebody for us.</source>
            <translation>Palabras de alguien para nosotros.</translation>
        </message>
        <message>
            <source>A message without words.</source>
            <translation>Un mensaje sin palabras.</translation>
        </message>
        <message>
            <source>We say that we are here, and how available we are.</source>
            <translation>Decimos que estamos aquí y lo disponibles que estamos.</translation>
        </message>
        <message>
            <source>A device is online and says how available it is.</source>
            <translation>Un dispositivo está en línea y dice lo disponible que está.</translation>
        </message>
        <message>
            <source>We say that we are gone.</source>
            <translation>Decimos que nos hemos ido.</translation>
        </message>
        <message>
            <source>A device is gone.</source>
            <translation>Un dispositivo se ha ido.</translation>
        </message>
        <message>
            <source>We ask to see somebody's presence.</source>
            <translation>Pedimos ver la presencia de alguien.</translation>
        </message>
        <message>
            <source>Somebody asks to see our presence.</source>
            <translation>Alguien pide ver nuestra presencia.</translation>
        </message>
        <message>
            <source>We let somebody see our presence.</source>
            <translation>Dejamos que alguien vea nuestra presencia.</translation>
        </message>
        <message>
            <source>Somebody lets us see their presence.</source>
            <translation>Alguien nos deja ver su presencia.</translation>
        </message>
        <message>
            <source>We do not want to see somebody's presence any more.</source>
            <translation>Ya no queremos ver la presencia de alguien.</translation>
        </message>
        <message>
            <source>Somebody does not want to see our presence any more.</source>
            <translation>Alguien ya no quiere ver nuestra presencia.</translation>
        </message>
        <message>
            <source>We do not let somebody see our presence.</source>
            <translation>No dejamos que alguien vea nuestra presencia.</translation>
        </message>
        <message>
            <source>Somebody does not let us see their presence.</source>
            <translation>Alguien no nos deja ver su presencia.</translation>
        </message>
        <message>
            <source>We ask for somebody's presence of this moment.</source>
            <translation>Pedimos la presencia de alguien en este momento.</translation>
        </message>
        <message>
            <source>A server asks for our presence of this moment.</source>
            <translation>Un servidor pide nuestra presencia en este momento.</translation>
        </message>
        <message>
            <source>A presence of a kind Palique does not know.</source>
            <translation>Una presencia de una clase que Palique no conoce.</translation>
        </message>
        <message>
            <source>Something Palique does not know.</source>
            <translation>Algo que Palique no conoce.</translation>
        </message>
        <message>
            <source>We open a stream, and say which server we mean.</source>
            <translation>Abrimos un flujo y decimos a qué servidor nos dirigimos.</translation>
        </message>
        <message>
            <source>The server opens its side of the stream.</source>
            <translation>El servidor abre su lado del flujo.</translation>
        </message>
        <message>
            <source>We say goodbye: nothing more comes from us.</source>
            <translation>Nos despedimos: ya no enviaremos nada más.</translation>
        </message>
        <message>
            <source>The server says goodbye: nothing more comes from it.</source>
            <translation>El servidor se despide: ya no enviará nada más.</translation>
        </message>
        <message>
            <source>The server says what can be done next on this stream.</source>
            <translation>El servidor dice qué se puede hacer ahora en este flujo.</translation>
        </message>
        <message>
            <source>We end the stream because the server broke the rules.</source>
            <translation>Cerramos el flujo porque el servidor ha incumplido las reglas.</translation>
        </message>
        <message>
            <source>The server ends the stream and says why.</source>
            <translation>El servidor cierra el flujo y dice por qué.</translation>
        </message>
        <message>
            <source>The reason for the end of the stream, in words.</source>
            <translation>El motivo del cierre, en palabras.</translation>
        </message>
        <message>
            <source>The server sends us to another host.</source>
            <translation>El servidor nos envía a otro equipo.</translation>
        </message>
        <message>
            <source>The stream ends because another one took its place.</source>
            <translation>El flujo se cierra porque otro ha ocupado su lugar.</translation>
        </message>
        <message>
            <source>The reason for the end of the stream, as a word for programs.</source>
            <translation>El motivo del cierre, como palabra para programas.</translation>
        </message>
        <message>
            <source>We ask to encrypt the connection from here on.</source>
            <translation>Pedimos cifrar la conexión de aquí en adelante.</translation>
        </message>
        <message>
            <source>The connection can be encrypted from here on.</source>
            <translation>La conexión se puede cifrar de aquí en adelante.</translation>
        </message>
        <message>
            <source>Nothing else is possible without encryption.</source>
            <translation>Sin cifrado no se puede hacer nada más.</translation>
        </message>
        <message>
            <source>The server is ready: encryption begins with the next byte.</source>
            <translation>El servidor está listo: el cifrado empieza con el próximo byte.</translation>
        </message>
        <message>
            <source>The server cannot encrypt the connection.</source>
            <translation>El servidor no puede cifrar la conexión.</translation>
        </message>
        <message>
            <source>The ways to sign in that the server offers.</source>
            <translation>Las formas de entrar que ofrece el servidor.</translation>
        </message>
        <message>
            <source>One way to sign in, by its registered name.</source>
            <translation>Una forma de entrar, por su nombre registrado.</translation>
        </message>
        <message>
            <source>We begin to sign in, in the way we chose.</source>
            <translation>Empezamos a entrar de la forma elegida.</translation>
        </message>
        <message>
            <source>The server asks us to prove who we are.</source>
            <translation>El servidor nos pide probar quiénes somos.</translation>
        </message>
        <message>
            <source>Our proof, computed from the server's challenge.</source>
            <translation>Nuestra prueba, calculada a partir del reto del servidor.</translation>
        </message>
        <message>
            <source>We are signed in; the payload proves that the server knows us, too.</source>
            <translation>Ya estamos dentro; el contenido prueba que el servidor también nos conoce.</translation>
        </message>
        <message>
            <source>The server refuses the sign-in and says why.</source>
            <translation>El servidor rechaza la entrada y dice por qué.</translation>
        </message>
        <message>
            <source>We break the sign-in off.</source>
            <translation>Interrumpimos la entrada.</translation>
        </message>
        <message>
            <source>The reason for the refusal, in words.</source>
            <translation>El motivo del rechazo, en palabras.</translation>
        </message>
        <message>
            <source>Address and password do not fit together, or the account does not exist.</source>
            <translation>La dirección y la contraseña no concuerdan, o la cuenta no existe.</translation>
        </message>
        <message>
            <source>The server has trouble of its own: later it may work.</source>
            <translation>El servidor tiene un problema propio: más tarde puede funcionar.</translation>
        </message>
        <message>
            <source>The reason for the refusal, as a word for programs.</source>
            <translation>El motivo del rechazo, como palabra para programas.</translation>
        </message>
        <message>
            <source>How a sign-in can be tied to this encryption, so that nobody can sit in between.</source>
            <translation>Cómo atar la entrada a este cifrado, para que nadie pueda ponerse en medio.</translation>
        </message>
        <message>
            <source>One kind of tie between sign-in and encryption.</source>
            <translation>Una clase de atadura entre la entrada y el cifrado.</translation>
        </message>
        <message>
            <source>The ways to sign in, and what can be done in the same step.</source>
            <translation>Las formas de entrar y lo que se puede hacer en el mismo paso.</translation>
        </message>
        <message>
            <source>What can be asked for together with the sign-in.</source>
            <translation>Lo que se puede pedir junto con la entrada.</translation>
        </message>
        <message>
            <source>We sign in, and ask in the same breath for all that we need.</source>
            <translation>Entramos y, de paso, pedimos todo lo que necesitamos.</translation>
        </message>
        <message>
            <source>The first part of our proof.</source>
            <translation>La primera parte de nuestra prueba.</translation>
        </message>
        <message>
            <source>Which program this is, so that you recognise it in your list of devices.</source>
            <translation>Qué programa es este, para que lo reconozcas en tu lista de dispositivos.</translation>
        </message>
        <message>
            <source>The program's name.</source>
            <translation>El nombre del programa.</translation>
        </message>
        <message>
            <source>The device's name.</source>
            <translation>El nombre del dispositivo.</translation>
        </message>
        <message>
            <source>We are signed in; what we asked for together with it is inside.</source>
            <translation>Ya estamos dentro; dentro está lo que pedimos a la vez.</translation>
        </message>
        <message>
            <source>The proof that the server knows us, too.</source>
            <translation>La prueba de que el servidor también nos conoce.</translation>
        </message>
        <message>
            <source>The address we are signed in as.</source>
            <translation>La dirección con la que hemos entrado.</translation>
        </message>
        <message>
            <source>The server wants one more step, such as a code from another device.</source>
            <translation>El servidor quiere un paso más, como un código de otro dispositivo.</translation>
        </message>
        <message>
            <source>We sign in with the token of last time instead of the password.</source>
            <translation>Entramos con el vale de la última vez en lugar de la contraseña.</translation>
        </message>
        <message>
            <source>The server gives tokens that sign in next time, quicker and without the password.</source>
            <translation>El servidor da vales para entrar la próxima vez, más rápido y sin la contraseña.</translation>
        </message>
        <message>
            <source>One way to sign in with a token.</source>
            <translation>Una forma de entrar con un vale.</translation>
        </message>
        <message>
            <source>We ask for a token for next time.</source>
            <translation>Pedimos un vale para la próxima vez.</translation>
        </message>
        <message>
            <source>A token that signs in next time instead of the password; as secret as that.</source>
            <translation>Un vale para entrar la próxima vez en lugar de la contraseña; igual de secreto.</translation>
        </message>
        <message>
            <source>We rely on what the server offered last time, by its version number, and do not wait.</source>
            <translation>Confiamos en lo que el servidor ofreció la última vez, según su número de versión, y no esperamos.</translation>
        </message>
        <message>
            <source>The version of all that the server offers; next time we need not wait for the list.</source>
            <translation>La versión de todo lo que ofrece el servidor; la próxima vez no hará falta esperar la lista.</translation>
        </message>
        <message>
            <source>The server offers other things than last time: we start again by the new list.</source>
            <translation>El servidor ofrece otras cosas que la última vez: empezamos de nuevo con la lista nueva.</translation>
        </message>
        <message>
            <source>We ask for an address for this device.</source>
            <translation>Pedimos una dirección para este dispositivo.</translation>
        </message>
        <message>
            <source>The name we would like for this device.</source>
            <translation>El nombre que nos gustaría para este dispositivo.</translation>
        </message>
        <message>
            <source>The address itself.</source>
            <translation>La dirección misma.</translation>
        </message>
        <message>
            <source>The full address of this device on this connection.</source>
            <translation>La dirección completa de este dispositivo en esta conexión.</translation>
        </message>
        <message>
            <source>Each device gets an address of its own here.</source>
            <translation>Aquí cada dispositivo recibe una dirección propia.</translation>
        </message>
        <message>
            <source>We ask for this device's address together with the sign-in.</source>
            <translation>Pedimos la dirección de este dispositivo junto con la entrada.</translation>
        </message>
        <message>
            <source>A device's address can be had together with the sign-in.</source>
            <translation>La dirección de un dispositivo se puede pedir junto con la entrada.</translation>
        </message>
        <message>
            <source>How this device's address should begin.</source>
            <translation>Cómo debe empezar la dirección de este dispositivo.</translation>
        </message>
        <message>
            <source>What can be switched on in the same step.</source>
            <translation>Lo que se puede activar en el mismo paso.</translation>
        </message>
        <message>
            <source>One thing that can be switched on in the same step.</source>
            <translation>Una cosa que se puede activar en el mismo paso.</translation>
        </message>
        <message>
            <source>This device has its address, and what is inside is switched on.</source>
            <translation>Este dispositivo ya tiene su dirección, y lo que va dentro queda activado.</translation>
        </message>
        <message>
            <source>A session, as servers from before 2011 want it.</source>
            <translation>Una sesión, como la quieren los servidores de antes de 2011.</translation>
        </message>
        <message>
            <source>It can be left out.</source>
            <translation>Se puede omitir.</translation>
        </message>
        <message>
            <source>The server sends only what changed in the list of contacts.</source>
            <translation>El servidor envía solo lo que ha cambiado en la lista de contactos.</translation>
        </message>
        <message>
            <source>Both sides can count what arrives, and take a broken connection up again.</source>
            <translation>Las dos partes pueden contar lo que llega y retomar una conexión rota.</translation>
        </message>
        <message>
            <source>We ask to count what arrives, and to be able to come back after a break.</source>
            <translation>Pedimos contar lo que llega y poder volver tras un corte.</translation>
        </message>
        <message>
            <source>From here on both sides count; with the id we can come back after a break.</source>
            <translation>De aquí en adelante las dos partes cuentan; con el identificador podemos volver tras un corte.</translation>
        </message>
        <message>
            <source>We come back to the session that broke, and say how much of it arrived here.</source>
            <translation>Volvemos a la sesión cortada y decimos cuánto de ella llegó aquí.</translation>
        </message>
        <message>
            <source>The old session goes on as if nothing had happened.</source>
            <translation>La sesión anterior sigue como si nada hubiera pasado.</translation>
        </message>
        <message>
            <source>The server does not give this; the old session is gone if we asked for it.</source>
            <translation>El servidor no lo concede; si pedíamos la sesión anterior, ya no existe.</translation>
        </message>
        <message>
            <source>We ask how much has arrived.</source>
            <translation>Preguntamos cuánto ha llegado.</translation>
        </message>
        <message>
            <source>The server asks how much has arrived here.</source>
            <translation>El servidor pregunta cuánto ha llegado aquí.</translation>
        </message>
        <message>
            <source>We say how many of the server's stanzas are safe here.</source>
            <translation>Decimos cuántas stanzas del servidor están aquí a salvo.</translation>
        </message>
        <message>
            <source>The server says how many of our stanzas have arrived.</source>
            <translation>El servidor dice cuántas de nuestras stanzas han llegado.</translation>
        </message>
        <message>
            <source>The words of the message.</source>
            <translation>Las palabras del mensaje.</translation>
        </message>
        <message>
            <source>What the message is about.</source>
            <translation>De qué trata el mensaje.</translation>
        </message>
        <message>
            <source>Which thread of the conversation it belongs to.</source>
            <translation>A qué hilo de la conversación pertenece.</translation>
        </message>
        <message>
            <source>How available that device is: away, busy, free to chat.</source>
            <translation>La disponibilidad de ese dispositivo: ausente, ocupado, con ganas de hablar.</translation>
        </message>
        <message>
            <source>What they say of themselves.</source>
            <translation>Lo que dicen de sí mismos.</translation>
        </message>
        <message>
            <source>Which of several devices should get messages first.</source>
            <translation>Cuál de varios dispositivos debe recibir antes los mensajes.</translation>
        </message>
        <message>
            <source>A message inside another one.</source>
            <translation>Un mensaje dentro de otro.</translation>
        </message>
        <message>
            <source>A presence inside another stanza.</source>
            <translation>Una presencia dentro de otra stanza.</translation>
        </message>
        <message>
            <source>A request inside another stanza.</source>
            <translation>Una petición dentro de otra stanza.</translation>
        </message>
        <message>
            <source>Why it did not work, and whether it is worth another try.</source>
            <translation>Por qué no ha funcionado y si vale la pena intentarlo de nuevo.</translation>
        </message>
        <message>
            <source>The reason, in words.</source>
            <translation>El motivo, en palabras.</translation>
        </message>
        <message>
            <source>The reason, as a word for programs.</source>
            <translation>El motivo, como palabra para programas.</translation>
        </message>
        <message>
            <source>We ask for the list of contacts; with a version, only for what changed since.</source>
            <translation>Pedimos la lista de contactos; con una versión, solo lo que ha cambiado desde entonces.</translation>
        </message>
        <message>
            <source>We change the list of contacts.</source>
            <translation>Cambiamos la lista de contactos.</translation>
        </message>
        <message>
            <source>The server tells all our devices that the list of contacts changed.</source>
            <translation>El servidor avisa a todos nuestros dispositivos de que la lista de contactos ha cambiado.</translation>
        </message>
        <message>
            <source>The list of contacts, as the server keeps it.</source>
            <translation>La lista de contactos, tal como la guarda el servidor.</translation>
        </message>
        <message>
            <source>One contact: name, groups, and who sees whose presence.</source>
            <translation>Un contacto: nombre, grupos y quién ve la presencia de quién.</translation>
        </message>
        <message>
            <source>A group the contact is in.</source>
            <translation>Un grupo en el que está el contacto.</translation>
        </message>
        <message>
            <source>Asks what the other side is and can do.</source>
            <translation>Pregunta qué es y qué sabe hacer la otra parte.</translation>
        </message>
        <message>
            <source>Says what it is and can do.</source>
            <translation>Dice qué es y qué sabe hacer.</translation>
        </message>
        <message>
            <source>What kind of thing it is.</source>
            <translation>Qué clase de cosa es.</translation>
        </message>
        <message>
            <source>One thing it can do.</source>
            <translation>Una cosa que sabe hacer.</translation>
        </message>
        <message>
            <source>Asks what belongs to the other side, such as services of a server.</source>
            <translation>Pregunta qué pertenece a la otra parte, como los servicios de un servidor.</translation>
        </message>
        <message>
            <source>Says what belongs to it.</source>
            <translation>Dice qué le pertenece.</translation>
        </message>
        <message>
            <source>One thing that belongs to it.</source>
            <translation>Una cosa que le pertenece.</translation>
        </message>
        <message>
            <source>A form: fields with their values.</source>
            <translation>Un formulario: campos con sus valores.</translation>
        </message>
        <message>
            <source>One field of a form.</source>
            <translation>Un campo de un formulario.</translation>
        </message>
        <message>
            <source>A field's value.</source>
            <translation>El valor de un campo.</translation>
        </message>
        <message>
            <source>A fingerprint of what this device can do, so that nobody needs to ask twice.</source>
            <translation>Una huella de lo que sabe hacer este dispositivo, para que nadie tenga que preguntar dos veces.</translation>
        </message>
        <message>
            <source>We ask for copies of what our other devices send and receive.</source>
            <translation>Pedimos copias de lo que envían y reciben nuestros otros dispositivos.</translation>
        </message>
        <message>
            <source>A copy of what another device of ours sent.</source>
            <translation>Una copia de lo que ha enviado otro dispositivo nuestro.</translation>
        </message>
        <message>
            <source>A copy of what another device of ours received.</source>
            <translation>Una copia de lo que ha recibido otro dispositivo nuestro.</translation>
        </message>
        <message>
            <source>Our other devices should get no copy of this.</source>
            <translation>Nuestros otros dispositivos no deben recibir copia de esto.</translation>
        </message>
        <message>
            <source>A whole stanza, packed into another one.</source>
            <translation>Una stanza entera, metida dentro de otra.</translation>
        </message>
        <message>
            <source>A message out of the archive on the server.</source>
            <translation>Un mensaje del archivo del servidor.</translation>
        </message>
        <message>
            <source>We tell the server that somebody is looking again.</source>
            <translation>Avisamos al servidor de que alguien vuelve a mirar.</translation>
        </message>
        <message>
            <source>We tell the server that nobody is looking, so it may hold back what can wait.</source>
            <translation>Avisamos al servidor de que nadie mira, así que puede retener lo que no corre prisa.</translation>
        </message>
        <message>
            <source>The server can hold back what can wait while nobody is looking.</source>
            <translation>El servidor puede retener lo que no corre prisa mientras nadie mira.</translation>
        </message>
        <message>
            <source>When it was really sent: it waited on the way.</source>
            <translation>Cuándo se envió de verdad: esperó por el camino.</translation>
        </message>
        <message>
            <source>The sender's own number for this message.</source>
            <translation>El identificador que le da el remitente a este mensaje.</translation>
        </message>
        <message>
            <source>The number the archive gave this message.</source>
            <translation>El identificador que le ha dado el archivo a este mensaje.</translation>
        </message>
        <message>
            <source>Asks to be told when the message has arrived.</source>
            <translation>Pide que le avisen cuando el mensaje haya llegado.</translation>
        </message>
        <message>
            <source>Says that a message has arrived.</source>
            <translation>Dice que un mensaje ha llegado.</translation>
        </message>
        <message>
            <source>Asks to be told when the message has been seen.</source>
            <translation>Pide que le avisen cuando el mensaje se haya visto.</translation>
        </message>
        <message>
            <source>Says that everything up to a message has been seen.</source>
            <translation>Dice que se ha visto todo hasta cierto mensaje.</translation>
        </message>
        <message>
            <source>Has the conversation open.</source>
            <translation>Tiene la conversación abierta.</translation>
        </message>
        <message>
            <source>Is typing.</source>
            <translation>Está escribiendo.</translation>
        </message>
        <message>
            <source>Has stopped typing for a moment.</source>
            <translation>Ha dejado de escribir por un momento.</translation>
        </message>
        <message>
            <source>Is looking at something else.</source>
            <translation>Está mirando otra cosa.</translation>
        </message>
        <message>
            <source>Has closed the conversation.</source>
            <translation>Ha cerrado la conversación.</translation>
        </message>
        <message>
            <source>Should be kept in the archive, although there are no words in it.</source>
            <translation>Debe guardarse en el archivo, aunque no lleve palabras.</translation>
        </message>
        <message>
            <source>Should be kept nowhere.</source>
            <translation>No debe guardarse en ninguna parte.</translation>
        </message>
        <message>
            <source>Should not be kept in the archive.</source>
            <translation>No debe guardarse en el archivo.</translation>
        </message>
        <message>
            <source>Should not be copied to other devices.</source>
            <translation>No debe copiarse a otros dispositivos.</translation>
        </message>
        <message>
            <source>Something about a group and the people in it.</source>
            <translation>Algo sobre un grupo y la gente que hay en él.</translation>
        </message>
        <message>
            <source>Asks whether anybody is there; any answer will do.</source>
            <translation>Pregunta si hay alguien; vale cualquier respuesta.</translation>
        </message>
        <message>
            <source>Asks which program the other side runs.</source>
            <translation>Pregunta qué programa usa la otra parte.</translation>
        </message>
        <message>
            <source>Says which program it is.</source>
            <translation>Dice qué programa es.</translation>
        </message>
        <message>
            <source>Asks what time it is where the other side is.</source>
            <translation>Pregunta qué hora es donde está la otra parte.</translation>
        </message>
        <message>
            <source>Says what time it is there.</source>
            <translation>Dice qué hora es allí.</translation>
        </message>
        <message>
            <source>Corrects an earlier message: these words take its place.</source>
            <translation>Corrige un mensaje anterior: estas palabras ocupan su lugar.</translation>
        </message>
        <message>
            <source>Asks somebody's account for what they publish of themselves.</source>
            <translation>Pregunta a la cuenta de alguien qué publica de sí.</translation>
        </message>
        <message>
            <source>Publishes something of ours.</source>
            <translation>Publica algo nuestro.</translation>
        </message>
        <message>
            <source>What somebody publishes of themselves.</source>
            <translation>Lo que alguien publica de sí.</translation>
        </message>
        <message>
            <source>Things out of one drawer, which has a name.</source>
            <translation>Cosas de un cajón, que tiene un nombre.</translation>
        </message>
        <message>
            <source>Puts one thing into a drawer.</source>
            <translation>Mete una cosa en un cajón.</translation>
        </message>
        <message>
            <source>One thing in a drawer.</source>
            <translation>Una cosa en un cajón.</translation>
        </message>
        <message>
            <source>How the drawer must be for this: who may look in.</source>
            <translation>Cómo debe ser el cajón para esto: quién puede mirar en él.</translation>
        </message>
        <message>
            <source>The owner of a drawer changes it.</source>
            <translation>El dueño de un cajón lo cambia.</translation>
        </message>
        <message>
            <source>How the drawer is to be from now on.</source>
            <translation>Cómo será el cajón desde ahora.</translation>
        </message>
        <message>
            <source>Tells that somebody published something.</source>
            <translation>Avisa de que alguien ha publicado algo.</translation>
        </message>
        <message>
            <source>What is new in a drawer.</source>
            <translation>Lo que hay de nuevo en un cajón.</translation>
        </message>
        <message>
            <source>One thing that is new.</source>
            <translation>Una cosa nueva.</translation>
        </message>
        <message>
            <source>One thing was taken back.</source>
            <translation>Una cosa se ha retirado.</translation>
        </message>
        <message>
            <source>The drawer was emptied.</source>
            <translation>El cajón se ha vaciado.</translation>
        </message>
        <message>
            <source>The drawer is gone.</source>
            <translation>El cajón ya no está.</translation>
        </message>
        <message>
            <source>Which picture somebody has now.</source>
            <translation>Qué imagen tiene alguien ahora.</translation>
        </message>
        <message>
            <source>One form the picture can be had in: its size, kind and fingerprint.</source>
            <translation>Una forma de obtener la imagen: su tamaño, tipo y huella.</translation>
        </message>
        <message>
            <source>The picture itself.</source>
            <translation>La propia imagen.</translation>
        </message>
        <message>
            <source>How somebody would like to be called.</source>
            <translation>Cómo quiere alguien que se le llame.</translation>
        </message>
        <message>
            <source>A visiting card, the old way.</source>
            <translation>Una tarjeta de visita, a la manera antigua.</translation>
        </message>
        <message>
            <source>A visiting card, the new way.</source>
            <translation>Una tarjeta de visita, a la manera nueva.</translation>
        </message>
        <message>
            <source>Which picture is on the sender's visiting card.</source>
            <translation>Qué imagen hay en la tarjeta de visita del remitente.</translation>
        </message>
        <message>
            <source>The fingerprint of that picture; empty: there is none.</source>
            <translation>La huella de esa imagen; vacía: no hay ninguna.</translation>
        </message>
        <message>
            <source>Nobody has used this device since then.</source>
            <translation>Nadie ha usado este dispositivo desde entonces.</translation>
        </message>
        <message>
            <source>We ask for the list of blocked addresses, and want to hear when it changes.</source>
            <translation>Pedimos la lista de direcciones bloqueadas y queremos saber cuándo cambia.</translation>
        </message>
        <message>
            <source>The list of blocked addresses.</source>
            <translation>La lista de direcciones bloqueadas.</translation>
        </message>
        <message>
            <source>We block addresses: the server lets nothing of theirs through.</source>
            <translation>Bloqueamos direcciones: el servidor no deja pasar nada suyo.</translation>
        </message>
        <message>
            <source>The server tells all our devices that addresses were blocked.</source>
            <translation>El servidor avisa a todos nuestros dispositivos de que se han bloqueado direcciones.</translation>
        </message>
        <message>
            <source>We unblock addresses, or all if none is named.</source>
            <translation>Desbloqueamos direcciones, o todas si no se nombra ninguna.</translation>
        </message>
        <message>
            <source>The server tells all our devices that addresses were unblocked, or all if none is named.</source>
            <translation>El servidor avisa a todos nuestros dispositivos de que se han desbloqueado direcciones, o todas si no se nombra ninguna.</translation>
        </message>
        <message>
            <source>A blocked address, or a server with everybody on it.</source>
            <translation>Una dirección bloqueada, o un servidor con todos los que están en él.</translation>
        </message>
        <message>
            <source>Tells the keepers of the server why somebody is blocked.</source>
            <translation>Dice a quienes llevan el servidor por qué se bloquea a alguien.</translation>
        </message>
        <message>
            <source>What the person who reports says about it.</source>
            <translation>Lo que dice al respecto quien denuncia.</translation>
        </message>
        <message>
            <source>An address on a visiting card, such as one of a telephone.</source>
            <translation>Una dirección en una tarjeta de visita, como la de un teléfono.</translation>
        </message>
        <message>
            <source>We ask the archive on the server for messages.</source>
            <translation>Pedimos mensajes al archivo del servidor.</translation>
        </message>
        <message>
            <source>That was this page of the archive.</source>
            <translation>Hasta aquí esta página del archivo.</translation>
        </message>
        <message>
            <source>Which part of a long answer is wanted, or which one this is.</source>
            <translation>Qué parte de una respuesta larga se quiere, o cuál es esta.</translation>
        </message>
        <message>
            <source>Up to where a chat has been shown on one of our devices.</source>
            <translation>Hasta dónde se ha visto un chat en uno de nuestros dispositivos.</translation>
        </message>
        <message>
            <source>What the archive on the server is to keep.</source>
            <translation>Qué debe guardar el archivo del servidor.</translation>
        </message>
        <message>
            <source>With whom everything is kept.</source>
            <translation>Con quién se guarda todo.</translation>
        </message>
        <message>
            <source>With whom nothing is kept.</source>
            <translation>Con quién no se guarda nada.</translation>
        </message>
        <message>
            <source>The words are to be shown as they are: stars and the like are no styling.</source>
            <translation>Las palabras se muestran tal cual: los asteriscos y demás no dan formato.</translation>
        </message>
        <message>
            <source>How large a stanza may be here, and how long nothing may be said.</source>
            <translation>Qué tamaño puede tener aquí una stanza y cuánto puede durar el silencio.</translation>
        </message>
        <message>
            <source>The largest stanza the server takes, in bytes.</source>
            <translation>La stanza más grande que acepta el servidor, en bytes.</translation>
        </message>
        <message>
            <source>After so many seconds of silence the server may ask whether we are still there.</source>
            <translation>Tras tantos segundos de silencio el servidor puede preguntar si seguimos ahí.</translation>
        </message>
    </context>
    <context>
        <name>xep::SaslPayload</name>
        <message>
            <source>The whole payload; \0 stands for a zero byte, which separates the three parts.</source>
            <translation>El contenido entero; \0 representa un byte cero, que separa las tres partes.</translation>
        </message>
        <message>
            <source>Whom to act as: nobody else.</source>
            <translation>En nombre de quién: de nadie más.</translation>
        </message>
        <message>
            <source>Whom to act as.</source>
            <translation>En nombre de quién.</translation>
        </message>
        <message>
            <source>Who signs in.</source>
            <translation>Quién entra.</translation>
        </message>
        <message>
            <source>The password itself; only the connection's encryption hides it.</source>
            <translation>La contraseña misma; solo la oculta el cifrado de la conexión.</translation>
        </message>
        <message>
            <source>A number used once: ours at first, then ours with the server's behind it, so that no old sign-in can be played again.</source>
            <translation>Un número de un solo uso: primero el nuestro, luego el nuestro seguido del del servidor, para que nadie repita una entrada antigua.</translation>
        </message>
        <message>
            <source>Our number used once, with the server's behind it, so that no old sign-in can be played again.</source>
            <translation>Nuestro número de un solo uso seguido del del servidor, para que nadie repita una entrada antigua.</translation>
        </message>
        <message>
            <source>The salt: it makes equal passwords look different on the server.</source>
            <translation>La sal: hace que contraseñas iguales parezcan distintas en el servidor.</translation>
        </message>
        <message>
            <source>How many times the password is hashed; it makes guessing slow.</source>
            <translation>Cuántas veces se resume la contraseña; hace que adivinarla sea lento.</translation>
        </message>
        <message>
            <source>What ties the sign-in to this encryption, said once more under our proof.</source>
            <translation>Lo que ata la entrada a este cifrado, dicho otra vez bajo nuestra prueba.</translation>
        </message>
        <message>
            <source>Our proof that we know the password; it fits this sign-in only.</source>
            <translation>Nuestra prueba de que conocemos la contraseña; solo sirve para esta entrada.</translation>
        </message>
        <message>
            <source>The server's proof that it knows the password's hash: it is the real one.</source>
            <translation>La prueba del servidor de que conoce el resumen de la contraseña: es el auténtico.</translation>
        </message>
        <message>
            <source>Why the server refuses.</source>
            <translation>Por qué se niega el servidor.</translation>
        </message>
        <message>
            <source>A hash of all that the server offered, so that nobody can take a better way off the list.</source>
            <translation>Un resumen de todo lo que ofreció el servidor, para que nadie pueda quitar de la lista una forma mejor.</translation>
        </message>
        <message>
            <source>Which version of the encryption the server sees.</source>
            <translation>Qué versión del cifrado ve el servidor.</translation>
        </message>
        <message>
            <source>An extension that must be understood.</source>
            <translation>Una extensión que hay que entender.</translation>
        </message>
        <message>
            <source>We cannot tie the sign-in to this encryption.</source>
            <translation>No podemos atar la entrada a este cifrado.</translation>
        </message>
        <message>
            <source>We could tie the sign-in to this encryption, but the server does not offer it.</source>
            <translation>Podríamos atar la entrada a este cifrado, pero el servidor no lo ofrece.</translation>
        </message>
        <message>
            <source>The sign-in is tied to this encryption, in this way.</source>
            <translation>La entrada va atada a este cifrado, de esta forma.</translation>
        </message>
        <message>
            <source>Something Palique does not know.</source>
            <translation>Algo que Palique no conoce.</translation>
        </message>
        <message>
            <source>Our proof that we have the token.</source>
            <translation>Nuestra prueba de que tenemos el vale.</translation>
        </message>
        <message>
            <source>The server's proof that it has the token, too.</source>
            <translation>La prueba del servidor de que también tiene el vale.</translation>
        </message>
        <message>
            <source>There is nothing in it.</source>
            <translation>No contiene nada.</translation>
        </message>
        <message>
            <source>Names and values of DIGEST-MD5: realm, nonces, and a hash with the password in it.</source>
            <translation>Nombres y valores de DIGEST-MD5: ámbito, números de un solo uso y un resumen que incluye la contraseña.</translation>
        </message>
        <message>
            <source>Whom to act as; the certificate of the connection is the proof.</source>
            <translation>En nombre de quién; la prueba es el certificado de la conexión.</translation>
        </message>
        <message>
            <source>A word for the server's log; nobody is asked who they are.</source>
            <translation>Una palabra para el registro del servidor; a nadie se le pregunta quién es.</translation>
        </message>
        <message>
            <source>A message of Kerberos, which only it can read.</source>
            <translation>Un mensaje de Kerberos, que solo él sabe leer.</translation>
        </message>
    </context>
    <context>
        <name>xep::TimeModule</name>
        <message>
            <location filename="../lib/xep/time/time.cpp" line="+57" />
            <source>The other side does not say what time it is there.</source>
            <translation>La otra parte no dice qué hora es allí.</translation>
        </message>
    </context>
    <context>
        <name>xml::StreamReader</name>
        <message>
            <location filename="../lib/xml/streamreader.cpp" line="+45" />
            <location line="+52" />
            <source>The server does not speak UTF-8.</source>
            <translation>El servidor no habla UTF-8.</translation>
        </message>
        <message>
            <location line="-40" />
            <source>The server sent text that is not valid UTF-8.</source>
            <translation>El servidor ha enviado texto que no es UTF-8 válido.</translation>
        </message>
        <message>
            <location line="+21" />
            <source>The server sent XML that cannot be read: %1</source>
            <translation>El servidor ha enviado un XML que no se puede leer: %1</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server sent an element that is too large.</source>
            <translation>El servidor ha enviado un elemento demasiado grande.</translation>
        </message>
        <message>
            <location line="+24" />
            <location line="+13" />
            <source>The server sent an element that is too deep or has too many parts.</source>
            <translation>El servidor ha enviado un elemento demasiado profundo o con demasiadas partes.</translation>
        </message>
        <message>
            <location line="+2" />
            <source>The server sent text between two elements.</source>
            <translation>El servidor ha enviado texto entre dos elementos.</translation>
        </message>
        <message>
            <location line="+9" />
            <source>The server sent a kind of XML that is not allowed here.</source>
            <translation>El servidor ha enviado un tipo de XML que aquí no se permite.</translation>
        </message>
        <message>
            <location line="+7" />
            <location line="+2" />
            <source>The server does not speak XMPP.</source>
            <translation>El servidor no habla XMPP.</translation>
        </message>
    </context>
    <context>
        <name>xep::PepModule</name>
        <message>
            <source>They have not published this.</source>
            <translation>No lo han publicado.</translation>
        </message>
    </context>
    <context>
        <name>xep::AvatarsModule</name>
        <message>
            <source>The picture is not the one that was announced.</source>
            <translation>La imagen no es la que se anunció.</translation>
        </message>
    </context>
    <context>
        <name>xep::VCardModule</name>
        <message>
            <source>The picture is not the one that was announced.</source>
            <translation>La imagen no es la que se anunció.</translation>
        </message>
        <message>
            <source>These words cannot be sent.</source>
            <translation>Estas palabras no se pueden enviar.</translation>
        </message>
    </context>
    <context>
        <name>views::ProfileDialog</name>
        <message>
            <source>My profile</source>
            <translation>Mi perfil</translation>
        </message>
        <message>
            <source>Name others see</source>
            <translation>Nombre que ven los demás</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Nombre completo</translation>
        </message>
        <message>
            <source>What you do</source>
            <translation>A qué te dedicas</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organización</translation>
        </message>
        <message>
            <source>Town, country</source>
            <translation>Ciudad, país</translation>
        </message>
        <message>
            <source>Email addresses, with commas between</source>
            <translation>Direcciones de correo, separadas por comas</translation>
        </message>
        <message>
            <source>Phone numbers, with commas between</source>
            <translation>Teléfonos, separados por comas</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Página web</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>Cumpleaños</translation>
        </message>
        <message>
            <source>About you</source>
            <translation>Sobre ti</translation>
        </message>
        <message>
            <source>Everybody who knows your address can see your picture and what you write here; your contacts see the name.</source>
            <translation>Quien conozca tu dirección puede ver tu imagen y lo que escribas aquí; tus contactos ven el nombre.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>Elegir una imagen…</translation>
        </message>
        <message>
            <source>Remove the picture</source>
            <translation>Quitar la imagen</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Use this part</source>
            <translation>Usar esta parte</translation>
        </message>
        <message>
            <source>Which part is shown?</source>
            <translation>¿Qué parte se muestra?</translation>
        </message>
        <message>
            <source>The profile can be changed when there is a connection.</source>
            <translation>El perfil se puede cambiar cuando haya conexión.</translation>
        </message>
        <message>
            <source>Choose a picture</source>
            <translation>Elegir una imagen</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.gif *.webp)</source>
            <translation>Imágenes (*.png *.jpg *.jpeg *.gif *.webp)</translation>
        </message>
        <message>
            <source>This is not a picture that can be read.</source>
            <translation>Esto no es una imagen que se pueda leer.</translation>
        </message>
        <message>
            <source>The picture cannot be written.</source>
            <translation>La imagen no se puede escribir.</translation>
        </message>
    </context>
    <context>
        <name>widgets::PictureCropper</name>
        <message>
            <source>Part of the picture</source>
            <translation>Parte de la imagen</translation>
        </message>
        <message>
            <source>Arrow keys move the part that is shown, plus and minus change its size.</source>
            <translation>Las flechas mueven la parte que se muestra; más y menos cambian su tamaño.</translation>
        </message>
    </context>
    <context>
        <name>im::Faces</name>
        <message>
            <source>Your server does not keep pictures.</source>
            <translation>Tu servidor no guarda imágenes.</translation>
        </message>
        <message>
            <source>Your server does not keep names.</source>
            <translation>Tu servidor no guarda nombres.</translation>
        </message>
        <message>
            <source>The picture is too large.</source>
            <translation>La imagen es demasiado grande.</translation>
        </message>
    </context>
    <context>
        <name>app::StartFile</name>
        <message>
            <source>The file %1 cannot be written.</source>
            <translation>No se puede escribir el archivo %1.</translation>
        </message>
    </context>
    <context>
        <name>xep::BlockingModule</name>
        <message>
            <source>Blocking is not possible now.</source>
            <translation>Ahora no se puede bloquear.</translation>
        </message>
        <message>
            <source>Unblocking is not possible now.</source>
            <translation>Ahora no se puede desbloquear.</translation>
        </message>
    </context>
    <context>
        <name>shell::SystemDialogs</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>views::BlockQuestion</name>
        <message>
            <source>Block</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Block and report as spam</source>
            <translation>Bloquear y denunciar como spam</translation>
        </message>
        <message>
            <source>Block %1?</source>
            <translation>¿Bloquear a %1?</translation>
        </message>
        <message>
            <source>Nothing that %1 writes reaches you any more, and you look offline to them. They are not told.</source>
            <translation>Nada de lo que escriba %1 te llegará, y no verá cuándo te conectas. No se le avisa.</translation>
        </message>
        <message>
            <source>You blocked everybody at %1.</source>
            <translation>Has bloqueado a todos los de %1.</translation>
        </message>
        <message>
            <source>You blocked %1.</source>
            <translation>Has bloqueado a %1.</translation>
        </message>
    </context>
    <context>
        <name>xep::Archive</name>
        <message>
            <source>The server keeps no messages.</source>
            <translation>El servidor no guarda mensajes.</translation>
        </message>
        <message>
            <source>The server's answer about old messages cannot be read.</source>
            <translation>La respuesta del servidor sobre los mensajes antiguos no se puede leer.</translation>
        </message>
    </context>
    <context>
        <name>im::History</name>
        <message>
            <source>The server keeps no messages.</source>
            <translation>El servidor no guarda mensajes.</translation>
        </message>
        <message>
            <source>The server answers the same old messages again and again.</source>
            <translation>El servidor responde una y otra vez con los mismos mensajes antiguos.</translation>
        </message>
        <message>
            <source>The server is not sure of its old messages yet.</source>
            <translation>El servidor todavía no está seguro de sus mensajes antiguos.</translation>
        </message>
    </context>
    <context>
        <name>views::HistoryFold</name>
        <message>
            <source>Messages on the server</source>
            <translation>Mensajes en el servidor</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>What I and my contacts say</source>
            <translation>Lo que hablo con mis contactos</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>From now on the server keeps</source>
            <translation>A partir de ahora el servidor guarda</translation>
        </message>
        <message>
            <source>This server keeps no messages. What is said while Palique is closed may be lost, and your other devices do not see it.</source>
            <translation>Este servidor no guarda mensajes. Lo que se diga con Palique cerrado puede perderse, y tus otros dispositivos no lo verán.</translation>
        </message>
        <message>
            <source>Fetching what was said meanwhile.</source>
            <translation>Recogiendo lo que se ha dicho entretanto.</translation>
        </message>
        <message>
            <source>Here back to %1. Older messages are on their way.</source>
            <translation>Aquí desde el %1. Llegan mensajes más antiguos.</translation>
        </message>
        <message>
            <source>Older messages are on their way.</source>
            <translation>Llegan mensajes más antiguos.</translation>
        </message>
        <message>
            <source>All of it is here, back to %1.</source>
            <translation>Está todo aquí, desde el %1.</translation>
        </message>
        <message>
            <source>The server keeps your messages. There are none yet.</source>
            <translation>El servidor guarda tus mensajes. Todavía no hay ninguno.</translation>
        </message>
        <message>
            <source>Here back to %1. What is missing comes when you are online.</source>
            <translation>Aquí desde el %1. Lo que falta llegará cuando te conectes.</translation>
        </message>
        <message>
            <source>Not known until you are online.</source>
            <translation>No se sabe hasta que te conectes.</translation>
        </message>
    </context>
    <context>
        <name>views::RequestCard</name>
        <message>
            <source>Accept</source>
            <translation>Aceptar</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Wants to talk with you and to see when you are online.</source>
            <translation>Quiere hablar contigo y ver cuándo te conectas.</translation>
        </message>
        <message>
            <source>For %1.</source>
            <comment>one of one's accounts</comment>
            <translation>Para %1.</translation>
        </message>
        <message>
            <source>Block…</source>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Bloquear</translation>
        </message>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n mensaje</numerusform>
                <numerusform>%n mensajes</numerusform>
            </translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Comes back with their next message</source>
            <translation>Vuelve con su próximo mensaje</translation>
        </message>
    </context>
    <context>
        <name>views::StrangerBar</name>
        <message>
            <source>Block…</source>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Comes back with their next message</source>
            <translation>Vuelve con su próximo mensaje</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Aceptar</translation>
        </message>
        <message>
            <source>They cannot see whether you have read this.</source>
            <translation>No puede ver si has leído esto.</translation>
        </message>
        <message>
            <source>%1 is not among your contacts.</source>
            <translation>%1 no está entre tus contactos.</translation>
        </message>
    </context>
    <context>
        <name>views::WritingPage</name>
        <message>
            <source>Writing</source>
            <translation>Escritura</translation>
        </message>
        <message>
            <source>Check spelling</source>
            <translation>Revisar la ortografía</translation>
        </message>
        <message>
            <source>Words that none of the languages knows are underlined. Everything stays on this computer.</source>
            <translation>Se subrayan las palabras que no conoce ninguno de los idiomas. Todo queda en este ordenador.</translation>
        </message>
        <message>
            <source>Languages you write in</source>
            <translation>Idiomas en los que escribes</translation>
        </message>
        <message>
            <source>There are no dictionaries on this computer. Install the package of your language, for example %1, and start Palique again.</source>
            <translation>No hay diccionarios en este ordenador. Instala el paquete de tu idioma, por ejemplo %1, y vuelve a abrir Palique.</translation>
        </message>
    </context>
    <context>
        <name>widgets::SpellChecker</name>
        <message>
            <source>Looking for suggestions…</source>
            <translation>Buscando sugerencias…</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>Sin sugerencias</translation>
        </message>
        <message>
            <source>Add to dictionary</source>
            <translation>Añadir al diccionario</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Ignorar</translation>
        </message>
    </context>
    <context>
        <name>im::Outbox</name>
        <message>
            <source>This message is too long for the server: %1 of at most %2. Send it in parts.</source>
            <translation>Este mensaje es demasiado largo para el servidor: %1 de %2 como máximo. Envíelo por partes.</translation>
        </message>
    </context>
    <context>
        <name>views::JobView</name>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
    </context>
    <context>
        <name>views::ExportDialog</name>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Export everything</source>
            <translation>Exportar todo</translation>
        </message>
        <message>
            <source>Export this chat</source>
            <translation>Exportar este chat</translation>
        </message>
        <message>
            <source>All chats of all accounts go into one file. Whoever has the file can read them.</source>
            <translation>Todos los chats de todas las cuentas van a un solo archivo. Quien tenga el archivo podrá leerlos.</translation>
        </message>
        <message>
            <source>The chat with %1 goes into a file. Whoever has the file can read it.</source>
            <translation>El chat con %1 va a un archivo. Quien tenga el archivo podrá leerlo.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Plain, to read or to print anywhere</source>
            <translation>Sin formato, para leerlo o imprimirlo donde sea</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Página web</translation>
        </message>
        <message>
            <source>To read in a browser, as it looks here</source>
            <translation>Para leerla en un navegador, como se ve aquí</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>For other programs</source>
            <translation>Para otros programas</translation>
        </message>
        <message>
            <source>Writing the messages…</source>
            <translation>Escribiendo los mensajes…</translation>
        </message>
        <message>
            <source>%1: written to “%2”.</source>
            <comment>12 chats, 34 messages</comment>
            <translation>%1: guardado en «%2».</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>views::RestoreDialog</name>
        <message>
            <source>Choose a backup…</source>
            <translation>Elegir una copia de seguridad…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurar una copia de seguridad</translation>
        </message>
        <message>
            <source>A backup brings back accounts, chats and settings. Passwords are not in it: you are asked for them when you sign in.</source>
            <translation>Una copia de seguridad devuelve las cuentas, los chats y los ajustes. No contiene contraseñas: se piden al iniciar sesión.</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>Elegir una copia de seguridad</translation>
        </message>
        <message>
            <source>Backups of Palique (*.palique-backup);;All files (*)</source>
            <translation>Copias de seguridad de Palique (*.palique-backup);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Checking the backup…</source>
            <translation>Comprobando la copia…</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Hecha</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>Contiene</translation>
        </message>
        <message>
            <source>It takes the place of the accounts and chats that are here now. These are kept in a file of their own.</source>
            <translation>Ocupa el lugar de las cuentas y los chats que hay ahora aquí. Estos se conservan en un archivo aparte.</translation>
        </message>
        <message>
            <source>Restoring…</source>
            <translation>Restaurando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Everything is back.</source>
            <translation>Todo está de vuelta.</translation>
        </message>
        <message>
            <source>What was here before is kept as “%1”.</source>
            <translation>Lo que había antes se conserva como «%1».</translation>
        </message>
    </context>
    <context>
        <name>views::ImportDialog</name>
        <message>
            <source>Put the chats into</source>
            <translation>Poner los chats en</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Elegir un archivo…</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Elegir una carpeta…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>Stopped. What came in until then stays; importing again brings the rest.</source>
            <translation>Detenido. Lo que llegó hasta ahora se queda; al importar otra vez llega el resto.</translation>
        </message>
        <message>
            <source>Messages you have in Gajim, Dino, Psi or Pidgin come into your chats here, none of them twice. In those programs nothing changes.</source>
            <translation>Los mensajes que tienes en Gajim, Dino, Psi o Pidgin pasan a tus chats de aquí, ninguno dos veces. En esos programas no cambia nada.</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Elegir un archivo</translation>
        </message>
        <message>
            <source>Databases of messages (*.db);;All files (*)</source>
            <translation>Bases de datos de mensajes (*.db);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Elegir una carpeta</translation>
        </message>
        <message>
            <source>Looking for messages of other programs…</source>
            <translation>Buscando mensajes de otros programas…</translation>
        </message>
        <message>
            <source>None of these programs keeps messages in its usual place. If you have them elsewhere, choose the file or folder.</source>
            <translation>Ninguno de estos programas guarda mensajes en su sitio habitual. Si los tienes en otro lugar, elige el archivo o la carpeta.</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Leyendo…</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>Importando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>views::DataPage</name>
        <message>
            <source>Data</source>
            <translation>Datos</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>One file with all accounts, chats and settings, which comes back here or on another computer. Passwords are not in it.</source>
            <translation>Un solo archivo con todas las cuentas, los chats y los ajustes, que se restaura aquí o en otro equipo. No contiene contraseñas.</translation>
        </message>
        <message>
            <source>Back up now…</source>
            <translation>Hacer una copia…</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>Restaurar una copia…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>All chats as text, as a web page, or for other programs. A single chat is exported from its menu in the list.</source>
            <translation>Todos los chats como texto, como página web o para otros programas. Un solo chat se exporta desde su menú en la lista.</translation>
        </message>
        <message>
            <source>Export everything…</source>
            <translation>Exportar todo…</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>What you said in Gajim, Dino, Psi or Pidgin, before you came here.</source>
            <translation>Lo que hablaste en Gajim, Dino, Psi o Pidgin antes de venir aquí.</translation>
        </message>
        <message>
            <source>Import from another program…</source>
            <translation>Importar de otro programa…</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>Backups of Palique (*.palique-backup)</source>
            <translation>Copias de seguridad de Palique (*.palique-backup)</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>Haciendo la copia…</translation>
        </message>
        <message>
            <source>%1: backed up to “%2”.</source>
            <comment>12 chats, 34 messages</comment>
            <translation>%1: copiado en «%2».</translation>
        </message>
    </context>
    <context>
        <name>views::Transfer</name>
        <message>
            <source>%1, %2</source>
            <comment>12 chats, 34 messages</comment>
            <translation>%1, %2</translation>
        </message>
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
                <numerusform>%Ln mensaje</numerusform>
                <numerusform>%Ln mensajes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages came in.</source>
            <translation>
                <numerusform>Ha llegado %Ln mensaje.</numerusform>
                <numerusform>Han llegado %Ln mensajes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln were here already.</source>
            <translation>
                <numerusform>%Ln ya estaba aquí.</numerusform>
                <numerusform>%Ln ya estaban aquí.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of groups were left out: groups cannot be imported yet.</source>
            <translation>
                <numerusform>Se ha dejado fuera %Ln de grupos: todavía no se pueden importar grupos.</numerusform>
                <numerusform>Se han dejado fuera %Ln de grupos: todavía no se pueden importar grupos.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln could not be read and were left out.</source>
            <translation>
                <numerusform>%Ln no se ha podido leer y se ha dejado fuera.</numerusform>
                <numerusform>%Ln no se han podido leer y se han dejado fuera.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>im::LiveTransfer</name>
        <message>
            <source>Palique chats</source>
            <translation>Chats de Palique</translation>
        </message>
    </context>
    <context>
        <name>transfer::Export</name>
        <message>
            <source>Exported from Palique on %1. Times are those of %2.</source>
            <translation>Exportado de Palique el %1. Las horas son las de %2.</translation>
        </message>
        <message>
            <source>Chat with %1 (%2)</source>
            <translation>Chat con %1 (%2)</translation>
        </message>
        <message>
            <source>Account: %1</source>
            <translation>Cuenta: %1</translation>
        </message>
        <message>
            <source>(edited)</source>
            <translation>(editado)</translation>
        </message>
        <message>
            <source>(not sent)</source>
            <translation>(no enviado)</translation>
        </message>
        <message>
            <source>Chats from Palique</source>
            <translation>Chats de Palique</translation>
        </message>
        <message>
            <source>Exported on %1</source>
            <translation>Exportado el %1</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>editado</translation>
        </message>
        <message>
            <source>not sent</source>
            <translation>no enviado</translation>
        </message>
        <message>
            <source>There is no room left for “%1”. Free some space, or choose another disk.</source>
            <translation>No queda espacio para «%1». Libera espacio o elige otro disco.</translation>
        </message>
        <message>
            <source>Palique may not write “%1”. Choose another folder.</source>
            <translation>Palique no puede escribir «%1». Elige otra carpeta.</translation>
        </message>
        <message>
            <source>The file “%1” cannot be written: %2</source>
            <translation>No se puede escribir el archivo «%1»: %2</translation>
        </message>
    </context>
    <context>
        <name>transfer::Import</name>
        <message>
            <source>Nothing in “%1” looks like the messages of Gajim, Dino, Psi or Pidgin.</source>
            <translation>Nada en «%1» parece contener mensajes de Gajim, Dino, Psi o Pidgin.</translation>
        </message>
        <message>
            <source>“%1” cannot be read. Close the program it belongs to, then try again.</source>
            <translation>No se puede leer «%1». Cierra el programa al que pertenece e inténtalo de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>store::Backup</name>
        <message>
            <source>Palique may not write “%1”. Choose another folder.</source>
            <translation>Palique no puede escribir «%1». Elige otra carpeta.</translation>
        </message>
        <message>
            <source>This file is no backup of Palique.</source>
            <translation>Este archivo no es una copia de seguridad de Palique.</translation>
        </message>
        <message>
            <source>This backup is damaged and cannot be restored. Nothing was changed.</source>
            <translation>Esta copia de seguridad está dañada y no se puede restaurar. No se ha cambiado nada.</translation>
        </message>
        <message>
            <source>This backup was made by a newer Palique (format %1, this one knows up to %2). Install the newer one to restore it.</source>
            <translation>Esta copia se hizo con un Palique más nuevo (formato %1; este conoce hasta el %2). Instala el más nuevo para restaurarla.</translation>
        </message>
        <message>
            <source>It was still on its way when the backup was made, and may have been sent since.</source>
            <translation>Aún estaba en camino cuando se hizo la copia, y puede haberse enviado después.</translation>
        </message>
        <message>
            <source>The backup cannot be copied to Palique's own folder: %1</source>
            <translation>La copia no se puede llevar a la carpeta de Palique: %1</translation>
        </message>
    </context>
    <context>
        <name>im::Messenger</name>
        <message>
            <source>from:</source>
            <translation>de:</translation>
        </message>
        <message>
            <source>in:</source>
            <translation>en:</translation>
        </message>
        <message>
            <source>has:</source>
            <translation>tiene:</translation>
        </message>
        <message>
            <source>before:</source>
            <translation>antes:</translation>
        </message>
        <message>
            <source>after:</source>
            <translation>después:</translation>
        </message>
        <message>
            <source>me</source>
            <translation>mí</translation>
        </message>
        <message>
            <source>link</source>
            <translation>enlace</translation>
        </message>
    </context>
    <context>
        <name>im::Timeline</name>
        <message>
            <source>This message is in another chat.</source>
            <translation>Este mensaje está en otro chat.</translation>
        </message>
    </context>
    <context>
        <name>models::MessageHits</name>
        <message>
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <source>No messages found</source>
            <translation>No se encontró ningún mensaje</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Tú</translation>
        </message>
    </context>
    <context>
        <name>views::ChatSearch</name>
        <message>
            <source>Previous hit</source>
            <translation>Resultado anterior</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Resultado siguiente</translation>
        </message>
        <message>
            <source>Close search</source>
            <translation>Cerrar la búsqueda</translation>
        </message>
        <message>
            <source>Search in this chat</source>
            <translation>Buscar en este chat</translation>
        </message>
        <message>
            <source>Next hit, further back (Enter)</source>
            <translation>Resultado siguiente, más antiguo (Intro)</translation>
        </message>
        <message>
            <source>Previous hit, more recent (Shift+Enter)</source>
            <translation>Resultado anterior, más reciente (Mayús+Intro)</translation>
        </message>
        <message>
            <source>Close search (Esc)</source>
            <translation>Cerrar la búsqueda (Esc)</translation>
        </message>
        <message>
            <source>No messages found</source>
            <translation>No se encontró ningún mensaje</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
    </context>
</TS>
