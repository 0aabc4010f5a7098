package org.vigie.casework.joint;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.vigie.files.failure.UserError;

/**
 * A sealed letter as an e-mail carries it: attached to a message that names nobody and says nothing
 * of what it holds. A mail program opens it as a draft, to which whoever sends it adds the address.
 */
final class LetterMail {
  private static final String ENDING = ".eml";

  /** Many mail servers take 25 MB at most, and Base64 makes a third more of a letter. */
  static final int MOST_BYTES = 18 << 20;

  private static final String BOUNDARY = "part-of-letter";

  private static final String HEAD =
      """
      MIME-Version: 1.0
      X-Unsent: 1
      Subject: Letter
      Content-Type: multipart/mixed; boundary="%1$s"

      --%1$s
      Content-Type: text/plain; charset=us-ascii

      The attached letter is encrypted. Save this message or the attachment, and open it with
      ./vigie request open FILE

      --%1$s
      Content-Type: application/octet-stream; name="letter.cms"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="letter.cms"

      """;

  private LetterMail() {}

  /** Returns whether a file is a message, by its name. */
  static boolean isMail(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Writes the message that carries a letter.
   *
   * @throws UserError if the letter is too large for a mail
   */
  static void write(Path letter, Path mail) throws IOException {
    if (Files.size(letter) > MOST_BYTES) {
      throw UserError.ofInput(
          "a letter in a mail must have at most %d MiB, but has more; send it as a file"
              .formatted(MOST_BYTES >> 20));
    }
    try (OutputStream out = Files.newOutputStream(mail)) {
      out.write(lines(HEAD.formatted(BOUNDARY)));
      out.write(Base64.getMimeEncoder().encode(Files.readAllBytes(letter)));
      out.write(lines("\n--%s--\n".formatted(BOUNDARY)));
    }
  }

  private static byte[] lines(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Takes the letter out of a message, also where servers added text to it.
   *
   * @param letter where it is written
   * @throws UnusableLetter if the message doesn't hold exactly one file, whole
   */
  static void read(Path mail, Path letter) throws IOException {
    if (Files.size(mail) > 2L * MOST_BYTES) {
      throw UnusableLetter.wrong("a mail with a letter must have at most 36 MiB, but has more");
    }
    byte[] message = Files.readAllBytes(mail);
    Files.write(letter, attached(message), StandardOpenOption.CREATE_NEW);
  }

  /** Of bytes in memory: whatever can't be read here is the mail's fault, not the disk's. */
  private static byte[] attached(byte[] message) {
    try {
      List<BodyPart> files = files(new MimeMessage(null, new ByteArrayInputStream(message)));
      if (files.size() != 1) {
        throw UnusableLetter.wrong(
            "a mail with a letter must hold one file, but holds " + files.size());
      }
      try (InputStream attached = files.getFirst().getInputStream()) {
        return attached.readAllBytes();
      }
    } catch (MessagingException | IOException e) {
      throw UnusableLetter.wrong("the mail with the letter must be whole, but can't be read");
    }
  }

  /** Only the parts of the message itself count: a message that was forwarded may hold others. */
  private static List<BodyPart> files(MimeMessage mail) throws MessagingException, IOException {
    List<BodyPart> files = new ArrayList<>();
    if (mail.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (!part.isMimeType("text/*") && !part.isMimeType("multipart/*")) {
          files.add(part);
        }
      }
    }
    return files;
  }
}
