package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Messages that "SMS Backup &amp; Restore" keeps of a phone as XML: each SMS, and the text of each
 * MMS, is one row.
 *
 * @see <a href="https://www.synctech.com.au/sms-backup-restore/fields-in-xml-backup-files/">its
 *     fields</a>
 */
final class SmsReader implements FileReader {
  private static final Pattern ROOT = Pattern.compile("<smses\\b");
  private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");

  /** Type of an SMS, and box of an MMS, that the phone received. */
  private static final String RECEIVED = "1";

  /** Returns whether a file begins as such a backup does. */
  static boolean isBackup(String head) {
    return ROOT.matcher(head).find();
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try {
      if (read(Xml.of(file.bytes()), sink) == 0) {
        sink.unread("", "no-messages", "a backup must hold messages with text, but holds none");
      }
    } catch (XMLStreamException e) {
      throw new IOException("a backup of messages must be whole XML, but isn't", e);
    }
  }

  private static int read(XMLStreamReader in, FileSink sink)
      throws XMLStreamException, IOException {
    int told = 0;
    RowBuilder message = new RowBuilder();
    StringBuilder text = new StringBuilder();
    while (in.hasNext()) {
      int event = in.next();
      boolean starts = event == XMLStreamConstants.START_ELEMENT;
      String name = starts || event == XMLStreamConstants.END_ELEMENT ? in.getLocalName() : "";
      if (starts) {
        switch (name) {
          case "sms" -> message = message(in, value(in, "type"));
          case "mms" -> message = message(in, value(in, "msg_box"));
          case "part" -> text.append(part(in));
          default -> {}
        }
        text.append(name.equals("sms") ? value(in, "body") : "");
      } else if (name.equals("sms") || name.equals("mms")) {
        told += message.part("text", text.toString()).to(sink) ? 1 : 0;
        text.setLength(0);
      }
    }
    return told;
  }

  private static String part(XMLStreamReader in) {
    return value(in, "ct").equals("text/plain") ? value(in, "text") + "\n" : "";
  }

  /** Who sent what the phone itself sent is not told; the number is whom it was sent to. */
  private static RowBuilder message(XMLStreamReader in, String box) {
    String number = value(in, "address");
    String known = value(in, "contact_name");
    String name = known.isEmpty() || known.startsWith("(") ? number : known;
    boolean received = box.equals(RECEIVED);
    return new RowBuilder()
        .part("title", value(in, "sub"))
        .part("channel", "messaging")
        .posted(sent(value(in, "date")))
        .field("author", received ? name : "")
        .field("telephone", received ? number : "")
        .field("context.chat", name.equals(number) ? number : name + " " + number);
  }

  private static @Nullable Instant sent(String millis) {
    return MILLIS.matcher(millis).matches() ? Instant.ofEpochMilli(Long.parseLong(millis)) : null;
  }

  /** What is absent is written as a word. */
  private static String value(XMLStreamReader in, String name) {
    String value = Xml.attribute(in, name);
    return value.equals("null") ? "" : value;
  }
}
