package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.ShownDates;

/** Chats exported as pages: Telegram Desktop, VK, Facebook, and others that mark messages so. */
final class ChatHtmlReader implements FileReader {
  private static final String MESSAGES =
      "div.message, div.msg_item, div.message__item, div.item > .item__main, main > section:has(> footer),"
          + " .chatlog__message, main > div.pam:has(> h2), div.pam:has(> ._3-94):not(:has(div.pam))";

  /** A message that links to more is a directory; the first ones tell it as well. */
  private static final int MAX_LINKS = 50;

  /** How what Facebook and Instagram hand out begins: a name in a section. */
  private static final Pattern NAMED = Pattern.compile("<main [^<>]*>\\s*<section [^<>]*>\\s*<h2 ");

  /** When it was said stands in a foot of the section; those of other pages hardly have one. */
  private static final Pattern DATED = Pattern.compile("</footer>\\s*</section>");

  /** Returns whether a page begins as such an export does. */
  static boolean isChat(String head) {
    boolean telegram =
        head.contains("Exported Data") || head.contains("page_header") && head.contains("history");
    boolean vk = head.contains("msg_item") || head.contains("class=\"messages");
    boolean facebook =
        head.contains("<footer class=\"_3-94")
            || head.contains("<div class=\"pam _3-95")
            || NAMED.matcher(head).find() && DATED.matcher(head).find();
    boolean discord = head.contains("class=preamble") || head.contains("class=\"preamble\"");
    return telegram || vk || facebook || discord || head.contains("message__header");
  }

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Document document = Jsoup.parse(file.text());
    String chat = textOf(document.selectFirst(".page_header .text, .page_header"));
    String author = "";
    int told = 0;
    for (Element message : document.select(MESSAGES)) {
      String own =
          textOf(
              message.selectFirst(
                  ".from_name, .from > b, .message__header > a, .from, section > h2, .chatlog__author,"
                      + " div.pam > h2, div.pam > ._3-96"));
      author = own.isEmpty() && goesOn(message) ? author : own;
      Element text = ownText(message);
      Element photo = message.selectFirst("a.photo_wrap[href]");
      boolean row =
          new RowBuilder()
              .picture(photo == null ? "" : photo.attr("href"))
              .part("id", message.id().replaceAll("\\D+", ""))
              .part("text", text == null ? "" : MarkupText.text(text))
              .part("channel", "messaging")
              .posted(posted(message))
              .field("telephone", textOf(message.selectFirst(".media_contact .status")))
              .field("author", author)
              .field("context.chat", chat)
              .field("context.links", text == null ? "" : links(text))
              .to(sink);
      told += row ? 1 : 0;
    }
    if (told == 0) {
      sink.unread("", "no-messages", "a chat export must hold messages with text, but holds none");
    }
  }

  /** Who says several things is named at the first. */
  private static boolean goesOn(Element message) {
    return message.hasClass("joined") || message.hasClass("chatlog__message");
  }

  /** What is forwarded stands in messages of its own within a message. */
  private static @Nullable Element ownText(Element message) {
    for (Element text :
        message.select(
            ".text, .msg_body, .message__text, .item__main > div:not([class]), section > h2 + div,"
                + " .chatlog__content, div.pam > h2 + div, div.pam > ._3-96 + div")) {
      Element holder = text.closest(MESSAGES);
      if (holder == message) {
        return text;
      }
    }
    return null;
  }

  private static String links(Element text) {
    return text.select("a[href^=http]").stream()
        .limit(MAX_LINKS)
        .map(link -> link.attr("href"))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Instant posted(Element message) {
    Element foot =
        message.selectFirst(
            "section > footer, div.pam > ._3-94, .chatlog__timestamp, .chatlog__short-timestamp");
    if (foot == null) {
      return LocalTimes.parse(date(message), true);
    }
    Instant titled = ShownDates.ofAnyLanguage().find(foot.attr("title"));
    return titled == null ? ShownDates.ofAnyLanguage().find(foot.text()) : titled;
  }

  private static String date(Element message) {
    Element date = message.selectFirst(".date[title], .date.details[title]");
    if (date != null) {
      return date.attr("title");
    }
    Element from = message.selectFirst(".from, .message__header");
    String text = from == null ? "" : from.text();
    Matcher time = Pattern.compile("\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d:\\d\\d").matcher(text);
    return time.find() ? time.group() : "";
  }

  private static String textOf(@Nullable Element element) {
    return element == null ? "" : element.text().strip();
  }
}
