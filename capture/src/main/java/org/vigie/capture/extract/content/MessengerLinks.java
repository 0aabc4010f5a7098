package org.vigie.capture.extract.content;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;

/**
 * The links of an element by which somebody is written to on a messenger, or a group is joined: a
 * button may have no words for them. Links that share the page are none.
 */
public final class MessengerLinks {
  /** Names the field of an advert that holds what it links to, parted by blanks. */
  public static final String FIELD = Advert.CONTEXT + "links";

  private static final int MAX_LINKS = 10;
  private static final int MAX_LOOKED_AT = 500;
  private static final int MAX_CHARS = 200;
  private static final int MAX_WITH_TEXT = 8_000;

  /** What a link would have its reader write. */
  private static final Pattern TEXT = Pattern.compile("(?i)([?&])text=[^&#]*&?");

  private static final Pattern TARGET =
      Pattern.compile("(?i)\\shref\\s?=\\s?[\"']([^\"'<>]{6,400})[\"']");

  private static final Evaluator ANCHORS = Selector.evaluatorOf("a[href]");
  private static final Evaluator LINKS = Selector.evaluatorOf("a[href], [^data-]");

  /** A number, a name or a group that an address of a messenger leads to. */
  private static final Pattern REACHES =
      Pattern.compile(
          "(?:https?:)?//(?:www\\.)?(?:wa\\.me/(?:message/\\w+|\\+?\\d{6,15})"
              + "|(?:api|web)\\.whatsapp\\.com/send/?\\?(?:[^\\s#]*&)?phone=(?:\\+|%2b)?\\d{6,15}"
              + "|chat\\.whatsapp\\.com/(?:invite/)?\\w{6,}|whatsapp\\.com/channel/\\w{6,}"
              + "|(?:t|telegram)\\.me/(?!share\\b|iv\\b|s/)(?:joinchat/|\\+)?\\w{4,}"
              + "|line\\.me/(?:r/)?ti/\\S+|lin\\.ee/\\w+|zalo\\.me/(?:g/)?\\w{4,}|signal\\.(?:me|group)/#\\S+"
              + "|invite\\.viber\\.com/\\?g2=\\S+|discord\\.(?:gg|com/invite)/\\w{4,}|m\\.me/[\\w.]{4,})\\S*"
              + "|(?:whatsapp|viber|tg)://(?:send|chat|resolve|join)/?\\?(?:phone|number|domain|invite)=\\S+",
          Pattern.CASE_INSENSITIVE);

  private MessengerLinks() {}

  /** Returns the addresses, in page order, without what a link would have its reader write. */
  public static Set<String> of(Element within) {
    return of(within, LINKS);
  }

  /** Returns those of links alone, which costs a page of many elements without any nothing. */
  public static Set<String> ofAnchors(Element within) {
    return of(within, ANCHORS);
  }

  private static Set<String> of(Element within, Evaluator links) {
    Set<String> found = new LinkedHashSet<>();
    int looked = 0;
    for (Element element : within.select(links)) {
      if (++looked > MAX_LOOKED_AT || found.size() >= MAX_LINKS) {
        break;
      }
      add(found, element);
    }
    return found;
  }

  /** Returns the addresses that the links of a text in markup lead to. */
  public static Set<String> ofMarkup(String html) {
    Set<String> found = new LinkedHashSet<>();
    Matcher target = TARGET.matcher(html);
    for (int i = 0; i < MAX_LOOKED_AT && found.size() < MAX_LINKS && target.find(); i++) {
      add(found, Parser.unescapeEntities(target.group(1), true).strip());
    }
    return found;
  }

  /** Returns the addresses that one element leads to. */
  static Set<String> at(Element element) {
    Set<String> found = new LinkedHashSet<>();
    add(found, element);
    return found;
  }

  private static void add(Set<String> found, Element element) {
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (name.equals("href") || name.startsWith("data-")) {
        add(found, attribute.getValue().strip());
      }
    }
  }

  private static void add(Set<String> found, String address) {
    if (address.length() > MAX_WITH_TEXT) {
      return;
    }
    String bare = TEXT.matcher(address).replaceAll("$1");
    bare = bare.endsWith("?") || bare.endsWith("&") ? bare.substring(0, bare.length() - 1) : bare;
    if (bare.length() <= MAX_CHARS && REACHES.matcher(bare).matches()) {
      found.add(bare.startsWith("//") ? "https:" + bare : bare);
    }
  }
}
