package org.vigie.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class LetterMailTest {
  @TempDir Path folder;
  private Path letter;

  @BeforeEach
  void seal() throws Exception {
    byte[] bytes = new byte[100_000];
    new Random(21).nextBytes(bytes);
    letter = Files.write(folder.resolve("letter.p7m"), bytes);
  }

  @Test
  void bringsALetterThroughAMailServerByteForByte() throws Exception {
    Path mail = folder.resolve("out.eml");
    LetterMail.write(letter, mail);
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try (InputStream in = Files.newInputStream(mail);
        OutputStream out = Files.newOutputStream(folder.resolve("in.eml"))) {
      Session session = server.getSmtp().createSession();
      MimeMessage message = new MimeMessage(session, in);
      message.setFrom("north@example.org");
      Transport.send(message, InternetAddress.parse("south@example.org"));
      server.getReceivedMessages()[0].writeTo(out);
    } finally {
      server.stop();
    }

    LetterMail.read(folder.resolve("in.eml"), folder.resolve("read.p7m"));
    assertThat(folder.resolve("read.p7m")).hasSameBinaryContentAs(letter);
  }

  @Test
  void isALetterThoughAServerAddedAFooter() throws Exception {
    Path mail = mail(part("text/plain", "Footer") + part("text/html", "<p>Footer"));

    LetterMail.read(mail, folder.resolve("read.p7m"));
    assertThat(folder.resolve("read.p7m")).hasSameBinaryContentAs(letter);
  }

  @Test
  void isNoLetterWithTwoFilesOrNone() throws Exception {
    Path read = folder.resolve("read.p7m");
    Path two = mail(part("image/png", "other"));
    assertThatThrownBy(() -> LetterMail.read(two, read))
        .isInstanceOf(UnusableLetter.class)
        .hasMessageContaining("must hold one file, but holds 2");
    Path none = Files.writeString(folder.resolve("none.eml"), "Subject: a\n\nb\n");
    assertThatThrownBy(() -> LetterMail.read(none, read)).hasMessageContaining("holds 0");
    assertThat(read).doesNotExist();
  }

  @Test
  void isUnusableWhereItsAttachmentWasDamagedOrItsEncodingIsNone() throws Exception {
    Path read = folder.resolve("read.p7m");
    String whole = Files.readString(mail(""));
    List<String> damaged =
        List.of(
            whole.replaceFirst("(?s)[A-Za-z0-9+/=]{9}\n--x--", "\n--x--"),
            whole.replace("base64", "no-encoding"));
    for (String text : damaged) {
      Path mail = Files.writeString(folder.resolve("damaged.eml"), text);
      assertThatThrownBy(() -> LetterMail.read(mail, read))
          .isInstanceOf(UnusableLetter.class)
          .hasMessageContaining("must be whole");
      assertThat(read).doesNotExist();
    }
  }

  @Test
  void isNotWrittenForALetterThatServersRefuse() throws Exception {
    Path large = Files.write(folder.resolve("large"), new byte[LetterMail.MOST_BYTES + 1]);

    assertThatThrownBy(() -> LetterMail.write(large, folder.resolve("large.eml")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at most 18 MiB");
    assertThat(folder.resolve("large.eml")).doesNotExist();
  }

  private static String part(String type, String text) {
    return "--x\nContent-Type: %s\n\n%s\n".formatted(type, text);
  }

  /** A message with the letter and other parts. */
  private Path mail(String others) throws Exception {
    String encoded =
        Base64.getMimeEncoder(70, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(Files.readAllBytes(letter));
    return Files.writeString(
        folder.resolve("mail.eml"),
        "Content-Type: multipart/mixed; boundary=x\n\n%s%s--x--\n"
            .formatted(
                "--x\nContent-Type: application/octet-stream\n"
                    + "Content-Transfer-Encoding: base64\n\n"
                    + encoded
                    + "\n",
                others));
  }
}
