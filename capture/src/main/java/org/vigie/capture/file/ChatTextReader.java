package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chats that WhatsApp exports as text: each message one row, notices left out. */
final class ChatTextReader implements FileReader {
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
          "end-to-end encrypted|\\u200e(?:image|video|audio|sticker|GIF|document) omitted");

  /** A mark without width comes before the phone's own words in place of somebody's. */
  private static final Pattern OF_PHONE =
      Pattern.compile("^\\u200e(?![^\\n]*(?:://|<|\\.\\w{2,4} \\())[^\\n]*\\n?");

  /** In place of a picture stands a word of the phone's language, and nothing else. */
  private static final Pattern LEFT_OUT = Pattern.compile("[\\u200e\\u200f]?<[^<>:]{3,60}>");

  /** Behind what was changed later, a mark without width comes before the phone's own words. */
  private static final Pattern EDITED = Pattern.compile("\\u200e<[^<>:]{3,60}>$");

  /** Returns whether a text begins as such an export does. */
  static boolean isChat(String text) {
    int found = 0;
    int lines = 0;
    for (String line : text.substring(0, Math.min(text.length(), 6_000)).split(LINE_END)) {
      found += ChatStamp.of(line) == null ? 0 : 1;
      if (++lines == 1 && found == 0 && !line.isBlank()) {
        return false;
      }
    }
    return found >= 1 && found * 10 >= lines;
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    List<Message> messages = messages(file.text());
    boolean dayFirst =
        LocalTimes.isDayFirst(messages.stream().map(message -> message.at().day()).toList());
    for (Message message : messages) {
      Matcher said = SAID.matcher(message.said());
      if (!said.matches() || NOTICE.matcher(message.said()).find()) {
        continue;
      }
      String text = text(said);
      if (LEFT_OUT.matcher(text.strip()).matches()) {
        continue;
      }
      Matcher attached = ATTACHED.matcher(text);
      String picture = attached.find() ? name(attached) : "";
      boolean read = !picture.isEmpty() && sink.readsPictures();
      new RowBuilder()
          .picture(picture)
          .part("text", read ? attached.replaceFirst("") : text)
          .part("channel", "messaging")
          .posted(LocalTimes.parse(message.at().day() + " " + message.at().clock(), dayFirst))
          .field("author", author(said.group(1)))
          .to(sink);
    }
  }

  private static String text(Matcher said) {
    String text = said.group(2) == null ? said.group(3) : said.group(2);
    String own = text == null ? "" : OF_PHONE.matcher(text.strip()).replaceFirst("");
    return EDITED.matcher(own.strip()).replaceFirst("");
  }

  private static String name(Matcher attached) {
    return attached.group(1) == null ? attached.group(2) : attached.group(1);
  }

  /** A phone puts a wave before the name of who isn't in its address book. */
  private static String author(String name) {
    return name.replaceFirst("^[\\u200e\\u200f]*~[\\s\\u202f\\u00a0]*", "");
  }

  /** A message, put together line by line. */
  private record Message(ChatStamp at, StringBuilder said) {}

  /** One phone says the same each time; an hour that a message speaks of has other words before. */
  private static boolean begins(ChatStamp at, ChatStamp first) {
    boolean said = at.word().isEmpty() || at.word().equals(first.word());
    return said || SAID.matcher(at.said()).matches();
  }

  private static List<Message> messages(String text) {
    List<Message> messages = new ArrayList<>();
    for (String line : text.split(LINE_END, -1)) {
      ChatStamp at = ChatStamp.of(line);
      if (at != null && (messages.isEmpty() || begins(at, messages.getFirst().at()))) {
        messages.add(new Message(at, new StringBuilder(at.said())));
      } else if (!messages.isEmpty()) {
        messages.getLast().said().append('\n').append(line);
      }
    }
    return messages;
  }
}
