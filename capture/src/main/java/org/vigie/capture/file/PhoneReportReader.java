package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The report of a phone's contents that Cellebrite writes as XML ({@code report.xml}, also within
 * {@code .ufdr}): each message with text is one row. What is no message is passed over.
 */
final class PhoneReportReader implements FileReader {
  private static final String NAMESPACE = "pa.cellebrite.com/report";

  private static final Set<String> MESSAGES = Set.of("InstantMessage", "SMS", "MMS");

  /** Returns whether a file begins as such a report does. */
  static boolean isReport(String head) {
    return head.contains(NAMESPACE);
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try {
      if (new Parsing(sink).read(Xml.of(file.bytes())) == 0) {
        sink.unread("", "no-messages", "a report must hold messages with text, but holds none");
      }
    } catch (XMLStreamException e) {
      throw new IOException("a report of a phone must be whole XML, but isn't", e);
    }
  }

  /** A report as far as it was read. */
  private static final class Parsing {
    private final FileSink sink;

    /** Names of the fields around what is read, the innermost first. */
    private final Deque<String> fields = new ArrayDeque<>();

    /** Types of the models around it. */
    private final Deque<String> models = new ArrayDeque<>();

    private RowBuilder message = new RowBuilder();
    private String sender = "";
    private int told;

    Parsing(FileSink sink) {
      this.sink = sink;
    }

    int read(XMLStreamReader in) throws XMLStreamException, IOException {
      StringBuilder text = new StringBuilder();
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            start(in);
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
          case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName(), text.toString());
          default -> {}
        }
      }
      return told;
    }

    private void start(XMLStreamReader in) {
      switch (in.getLocalName()) {
        case "field", "modelField", "multiModelField" -> fields.push(Xml.attribute(in, "name"));
        case "model" -> {
          models.push(Xml.attribute(in, "type"));
          if (MESSAGES.contains(models.peek())) {
            message = new RowBuilder().part("id", Xml.attribute(in, "id"));
            sender = "";
          }
        }
        default -> {}
      }
    }

    private void end(String name, String text) throws IOException {
      switch (name) {
        case "value" -> value(String.valueOf(fields.peek()), text.strip());
        case "field", "modelField", "multiModelField" -> fields.poll();
        case "model" -> {
          if (MESSAGES.contains(String.valueOf(models.poll()))) {
            message.part("channel", "messaging").field("author", sender);
            told += message.to(sink) ? 1 : 0;
            message = new RowBuilder();
          }
        }
        default -> {}
      }
    }

    private void value(String field, String said) {
      boolean own = MESSAGES.contains(String.valueOf(models.peek()));
      boolean from = "Party".equals(models.peek()) && fields.contains("From");
      if (own && field.equals("Body")) {
        message.part("text", said);
      } else if (own && field.equals("TimeStamp")) {
        message.posted(LocalTimes.parse(said, true));
      } else if (own && field.equals("Source")) {
        message.field("context.chat", said);
      } else if (from && (field.equals("Identifier") || field.equals("Name"))) {
        sender = (sender + " " + said).strip();
      }
    }
  }
}
