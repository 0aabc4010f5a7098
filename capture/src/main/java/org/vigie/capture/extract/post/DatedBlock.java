package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/**
 * One thing said on a page.
 *
 * @param element all of it
 * @param body what holds its text
 * @param date what shows when
 * @param author who said it
 * @param title its own title, or empty
 * @param beside elements within its body that are no part of the text
 */
record DatedBlock(
    Element element, Element body, Element date, String author, String title, Set<Element> beside) {
  private static final Pattern DIGITS = Pattern.compile("\\d{9,10}|\\d{13}");

  /** Leaves out the elements of a set. */
  private static final class Those extends Evaluator {
    private final Set<Element> elements;

    Those(Set<Element> elements) {
      this.elements = elements;
    }

    @Override
    public boolean matches(Element root, Element element) {
      return elements.contains(element)
          || element.normalName().equals("button")
          || ForumPost.QUOTES.matches(root, element);
    }
  }

  int words() {
    return TextBlock.words(body.text());
  }

  /**
   * Returns the advert, or null if nothing of its own is said.
   *
   * @param thread what the page's subject is called
   */
  @Nullable Advert advert(Page page, String thread, ShownDates dates) {
    String text = page.text(body, new Those(beside)).strip();
    if (text.isBlank()) {
      return null;
    }
    Instant told = told(dates);
    return page.advert(Channel.FORUM, null)
        .url(address(page.capture().url()))
        .sourceId(element.id())
        .title(title.isEmpty() ? thread : title)
        .body(text)
        .language(page.language())
        .postedAt(told == null ? dates.find(date.text()) : told)
        .field("author", author)
        .context("links", String.join(" ", HtmlLinks.of(page.links(), body)))
        .build();
  }

  private String address(String page) {
    String id = element.id();
    boolean plain = id.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>#%".indexOf(c) < 0);
    return id.isEmpty() || !plain ? page : page + "#" + id;
  }

  /** A title often tells the day alone, where a script shows the hour. */
  private @Nullable Instant told(ShownDates dates) {
    Instant told = exact(date);
    for (Element named = date; named != null && told == null; named = named.firstElementChild()) {
      told = dates.find(named.attr("title"));
    }
    return told;
  }

  /** Returns the time that an attribute of a date tells for programs, in whichever form. */
  static @Nullable Instant exact(Element date) {
    for (Element named = date; named != null; named = named.firstElementChild()) {
      for (Attribute attribute : named.attributes()) {
        Instant time = time(attribute.getKey(), attribute.getValue().strip());
        if (time != null) {
          return time;
        }
      }
    }
    return null;
  }

  private static @Nullable Instant time(String key, String value) {
    if (DIGITS.matcher(value).matches()) {
      long number = Long.parseLong(value);
      boolean named = key.contains("time") || key.contains("date") || key.contains("stamp");
      return named
          ? Times.within(
              value.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number))
          : null;
    }
    return key.equals("class") || key.equals("href") ? null : Times.parse(value);
  }
}
