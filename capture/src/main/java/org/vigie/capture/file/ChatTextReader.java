package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chats that WhatsApp exports as text: each message one row, notices left out. */
final class ChatTextReader implements FileReader {
  /**
   * A date, a time, who it is, a colon; brackets, signs and the clock vary by phone and country.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "^[\\u200e\\u200f\\u202a-\\u202c\\uFEFF]*\\[?(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}),?[\\s\\u202f]+(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[\\s\\u202f]?[aApP]\\.?[\\s\\u202f\\u00a0]?[mM]\\.?)?)\\]?(?:\\s+-)?\\s+(.*)$",
          Pattern.DOTALL);

  /** Other breaks stand within a line: what comes after one is still the same person's. */
  private static final String LINE_END = "\\r\\n|[\\r\\n]";

  private static final Pattern SAID =
      Pattern.compile("^([^:]{1,60}?):(?:\\s(.*)|(\\.?))$", Pattern.DOTALL);

  /** How a phone names the file of a picture, by its system. */
  private static final Pattern ATTACHED =
      Pattern.compile(
          "\\u200e?<[^<>:]{2,30}: ([^<>/\\\\]{1,100}\\.(?:jpe?g|png|webp|gif))>"
              + "|\\u200e?([^\\s<>/\\\\]{1,100}\\.(?:jpe?g|png|webp|gif)) \\([^()]{3,40}\\)");

  private static final Pattern NOTICE =
      Pattern.compile(
          "end-to-end encrypted|<Media omitted>|<[^>]{3,40} omitted>|\\u200e(?:image|video|audio|sticker|GIF|document) omitted");

  /** Returns whether a text begins as such an export does. */
  static boolean isChat(String text) {
    int found = 0;
    int lines = 0;
    for (String line : text.substring(0, Math.min(text.length(), 6_000)).split(LINE_END)) {
      found += LINE.matcher(line).matches() ? 1 : 0;
      if (++lines == 1 && found == 0 && !line.isBlank()) {
        return false;
      }
    }
    return found >= 1 && found * 10 >= lines;
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    List<Message> messages = messages(file.text());
    boolean dayFirst = isDayFirst(messages);
    for (Message message : messages) {
      Matcher said = SAID.matcher(message.said());
      if (!said.matches() || NOTICE.matcher(message.said()).find()) {
        continue;
      }
      String text = said.group(2) == null ? said.group(3) : said.group(2);
      Matcher attached = ATTACHED.matcher(text == null ? "" : text);
      String picture = attached.find() ? name(attached) : "";
      boolean read = !picture.isEmpty() && sink.readsPictures();
      new RowBuilder()
          .picture(picture)
          .part("text", text == null ? "" : read ? attached.replaceFirst("") : text)
          .part("channel", "messaging")
          .posted(
              LocalTimes.parse(
                  message.day() + " " + message.time().replace('\u202f', ' '), dayFirst))
          .field("author", said.group(1))
          .to(sink);
    }
  }

  private static String name(Matcher attached) {
    return attached.group(1) == null ? attached.group(2) : attached.group(1);
  }

  /** A message, put together line by line. */
  private record Message(String day, String time, StringBuilder said) {}

  private static List<Message> messages(String text) {
    List<Message> messages = new ArrayList<>();
    for (String line : text.split(LINE_END, -1)) {
      Matcher begun = LINE.matcher(line);
      if (begun.matches()) {
        messages.add(
            new Message(begun.group(1), begun.group(2), new StringBuilder(begun.group(3))));
      } else if (!messages.isEmpty()) {
        messages.getLast().said().append('\n').append(line);
      }
    }
    return messages;
  }

  /** A number above 12 tells which of two is the day; where none does, the day comes first. */
  private static boolean isDayFirst(List<Message> messages) {
    for (Message message : messages) {
      String[] parts = message.day().split("[./-]");
      if (parts.length == 3 && parts[0].length() < 4) {
        if (Integer.parseInt(parts[1]) > 12) {
          return false;
        }
        if (Integer.parseInt(parts[0]) > 12) {
          return true;
        }
      }
    }
    return true;
  }
}
