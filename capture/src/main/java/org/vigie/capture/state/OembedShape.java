package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a platform hands to those who show one of its posts.
 *
 * @see <a href="https://oembed.com/">oEmbed</a>
 */
final class OembedShape implements PostShape {
  private static final Pattern DAY =
      Pattern.compile(">([A-Z][a-z]{2,8} \\d{1,2}, \\d{4})</a>\\s*</blockquote>");

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  private static final Set<String> TYPES = Set.of("rich", "video", "photo", "link");

  @Override
  public @Nullable Post read(JsonNode object) {
    boolean embed =
        TYPES.contains(Values.text(object, "type"))
            && object.has("provider_name")
            && (object.has("html") || object.has("author_name") || object.has("title"));
    if (!embed) {
      return null;
    }
    String html = Values.text(object, "html");
    boolean quoted = html.startsWith("<blockquote") && Values.text(object, "title").isEmpty();
    String title = Values.text(object, "title");
    String author = Values.text(object, "author_name");
    boolean social = html.startsWith("<blockquote");
    return Post.of(Post.Kind.SOCIAL)
        .id(id(object))
        .url(Values.text(object, "url"))
        .title(social ? "" : title)
        .text(quoted ? paragraph(html) : social ? title : "")
        .author(author)
        .handle(handle(object))
        .time(social ? day(html) : null)
        .link(Values.text(object, "url"))
        .build();
  }

  /** What is quoted stands in a paragraph of its own, before who said it and when. */
  private static String paragraph(String html) {
    int start = html.indexOf("<p");
    int end = start < 0 ? -1 : html.indexOf("</p>", start);
    return end < 0 ? html : html.substring(start, end) + "</p>";
  }

  /** The day on which it was posted stands last, in English, as what leads to it. */
  private static @Nullable Instant day(String html) {
    Matcher day = DAY.matcher(html);
    try {
      return day.find()
          ? LocalDate.parse(day.group(1), ENGLISH).atStartOfDay(ZoneOffset.UTC).toInstant()
          : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String handle(JsonNode object) {
    String own = Values.text(object, "author_unique_id");
    String url = Values.text(object, "author_url").replaceAll("(?<!/)/++$", "");
    return own.isEmpty() ? url.substring(url.lastIndexOf('/') + 1).replaceFirst("^@", "") : own;
  }

  private static String id(JsonNode object) {
    String own = Values.text(object, "embed_product_id", "media_id");
    String url = Values.text(object, "url");
    return own.isEmpty() ? url.substring(url.lastIndexOf('/') + 1) : own;
  }
}
