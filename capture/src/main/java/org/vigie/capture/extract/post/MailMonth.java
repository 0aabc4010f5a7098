package org.vigie.capture.extract.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/** The messages of a month as one text, the form in which archives of lists hand them out. */
final class MailMonth {
  private static final int MAX_MESSAGES = 2_000;

  /** Characters looked at: the text of a month is copied more than once. */
  private static final int MAX_CHARS = 4 << 20;

  /** Longer headers are none that a program of mail writes. */
  private static final int MAX_HEADER = 1_000;

  /** A message begins with this line; one of its own that begins so is written with a sign. */
  private static final Pattern FIRST =
      Pattern.compile("(?m)^From \\S.{0,120}\\d{2}:\\d{2}:\\d{2} \\d{4}$");

  private static final Pattern HEADER =
      Pattern.compile("(?im)^(From|Date|Subject|Message-ID):[ \\t]*+(.*+(?:\\n[ \\t]++.*+)*+)");

  /** The name stands in brackets behind the address, or before it. */
  private static final Pattern NAME =
      Pattern.compile("\\(([^()]{1,120})\\)\\s*$|^\"?([^\"<(]{1,120}?)\"?\\s*<");

  /** RFC 2047, section 2. */
  private static final Pattern ENCODED =
      Pattern.compile("=\\?([\\w-]{1,40})\\?([QqBb])\\?([^?\\s]{0,400})\\?=(?:\\s+(?==\\?))?");

  private MailMonth() {}

  static List<Advert> adverts(Payload payload) {
    Page page = payload.page();
    String text = start(payload.reader());
    page.cutIf(text.length() >= MAX_CHARS);
    text = text.replace("\r\n", "\n");
    List<Integer> starts = new ArrayList<>();
    Matcher first = FIRST.matcher(text);
    while (first.find() && starts.size() <= MAX_MESSAGES) {
      starts.add(first.start());
    }
    page.cutIf(starts.size() > MAX_MESSAGES);
    List<Advert> adverts = new ArrayList<>();
    for (int i = 0; i < Math.min(starts.size(), MAX_MESSAGES); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      Advert advert = advert(page, text.substring(starts.get(i), end));
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  private static String start(Reader reader) {
    StringBuilder text = new StringBuilder();
    char[] some = new char[8_192];
    try (reader) {
      int read = reader.read(some);
      while (read > 0 && text.length() < MAX_CHARS) {
        text.append(some, 0, Math.min(read, MAX_CHARS - text.length()));
        read = reader.read(some);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory
    }
    return text.toString();
  }

  private static @Nullable Advert advert(Page page, String message) {
    int blank = message.indexOf("\n\n");
    if (blank < 0) {
      return null;
    }
    String body = MailBody.own(message.substring(blank + 2));
    String head = message.substring(0, blank);
    String title = header(head, "Subject");
    String from = header(head, "From");
    Matcher named = NAME.matcher(from);
    String name = !named.find() ? from : named.group(1) == null ? named.group(2) : named.group(1);
    String id = header(head, "Message-ID");
    return title.isBlank() && body.isBlank()
        ? null
        : page.advert(Channel.FORUM, null)
            .sourceId(id.replaceAll("[<>]", ""))
            .title(title)
            .body(body)
            .postedAt(Times.parse(header(head, "Date").replaceFirst("\\s*\\([^)]*\\)$", "")))
            .field("author", name)
            .build();
  }

  private static String header(String head, String name) {
    Matcher header = HEADER.matcher(head);
    while (header.find()) {
      if (header.group(1).equalsIgnoreCase(name)) {
        String value = header.group(2);
        String some = value.substring(0, Math.min(value.length(), MAX_HEADER));
        return decoded(some.replaceAll("\\n[ \\t]+", " ").strip());
      }
    }
    return "";
  }

  private static String decoded(String text) {
    Matcher words = ENCODED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      words.appendReplacement(out, Matcher.quoteReplacement(word(words)));
    }
    return words.appendTail(out).toString();
  }

  private static String word(Matcher word) {
    try {
      Charset charset = Charset.forName(word.group(1));
      byte[] bytes =
          word.group(2).equalsIgnoreCase("B")
              ? Base64.getDecoder().decode(word.group(3))
              : quoted(word.group(3));
      return new String(bytes, charset);
    } catch (IllegalArgumentException e) {
      return word.group(); // a character set, a number or a base 64 that is none
    }
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && i + 2 < text.length()) {
        bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }
}
