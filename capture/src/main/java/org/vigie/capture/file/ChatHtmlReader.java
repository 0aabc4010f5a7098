package org.vigie.capture.file;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chats exported as pages: Telegram Desktop, VK, and others that mark messages so. */
final class ChatHtmlReader implements FileReader {
  private static final String MESSAGES =
      "div.message, div.msg_item, div.message__item, div.item > .item__main";

  /** Returns whether a page begins as such an export does. */
  static boolean isChat(String head) {
    boolean telegram =
        head.contains("Exported Data") || head.contains("page_header") && head.contains("history");
    boolean vk = head.contains("msg_item") || head.contains("class=\"messages");
    return telegram || vk || head.contains("message__header");
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Document document = Jsoup.parse(file.text());
    String chat = textOf(document.selectFirst(".page_header .text, .page_header"));
    String author = "";
    int told = 0;
    for (Element message : document.select(MESSAGES)) {
      String own =
          textOf(message.selectFirst(".from_name, .from > b, .message__header > a, .from"));
      author = own.isEmpty() && message.hasClass("joined") ? author : own;
      Element text = ownText(message);
      Element photo = message.selectFirst("a.photo_wrap[href]");
      boolean row =
          new RowBuilder()
              .picture(photo == null ? "" : photo.attr("href"))
              .part("id", message.id().replaceAll("\\D+", ""))
              .part("text", text == null ? "" : MarkupText.text(text))
              .part("channel", "messaging")
              .posted(LocalTimes.parse(date(message), true))
              .field("author", author)
              .field("context.chat", chat)
              .to(sink);
      told += row ? 1 : 0;
    }
    if (told == 0) {
      sink.unread("", "no-messages", "a chat export must hold messages with text, but holds none");
    }
  }

  /** What is forwarded stands in messages of its own within a message. */
  private static @org.jspecify.annotations.Nullable Element ownText(Element message) {
    for (Element text :
        message.select(".text, .msg_body, .message__text, .item__main > div:not([class])")) {
      Element holder = text.closest(MESSAGES);
      if (holder == message) {
        return text;
      }
    }
    return null;
  }

  private static String date(Element message) {
    Element date = message.selectFirst(".date[title], .date.details[title]");
    if (date != null) {
      return date.attr("title");
    }
    Element from = message.selectFirst(".from, .message__header");
    String text = from == null ? "" : from.text();
    java.util.regex.Matcher time =
        java.util.regex.Pattern.compile("\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d:\\d\\d")
            .matcher(text);
    return time.find() ? time.group() : "";
  }

  private static String textOf(@org.jspecify.annotations.Nullable Element element) {
    return element == null ? "" : element.text().strip();
  }
}
