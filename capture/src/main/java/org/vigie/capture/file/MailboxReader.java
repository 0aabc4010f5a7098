package org.vigie.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A mailbox (RFC 4155): mails one after another, each begun by a line {@code From }. */
final class MailboxReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    String raw = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    StringBuilder mail = new StringBuilder();
    boolean blank = true;
    for (String line : raw.split("(?<=\n)")) {
      if (blank && line.startsWith("From ")) {
        end(mail, file, sink);
      } else {
        mail.append(line.startsWith(">From ") ? line.substring(1) : line);
      }
      blank = line.isBlank();
    }
    end(mail, file, sink);
  }

  private static void end(StringBuilder mail, FileSource file, FileSink sink) throws IOException {
    if (!mail.toString().isBlank()) {
      MailReader.read(MimePart.parse(mail.toString()), file, sink, 0);
    }
    mail.setLength(0);
  }
}
