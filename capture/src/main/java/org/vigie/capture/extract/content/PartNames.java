package org.vigie.capture.extract.content;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What elements say by what they are called. One reader serves one page, since pages use few names
 * often.
 */
public final class PartNames {
  /** What an element says by its name. */
  public enum Role {
    AUTHOR,
    EMPLOYER,
    PLACE,
    PRICE,
    TIME,
    TEXT
  }

  private static final Set<String> TIMES =
      Set.of(
          "date",
          "time",
          "datetime",
          "posted",
          "published",
          "pubdate",
          "timestamp",
          "created",
          "ago",
          "timeago",
          "postdate",
          "datum",
          "fecha",
          "createdat");
  private static final Set<String> AUTHORS =
      Set.of(
          "author",
          "nick",
          "nickname",
          "username",
          "byline",
          "poster",
          "writer",
          "sender",
          "messagesender",
          "createdby",
          "postedby",
          "seller",
          "autor",
          "auteur",
          "by",
          "advertiser");
  private static final Set<String> TEXTS =
      Set.of(
          "text", "txt", "usertxt", "body", "content", "message", "msg", "comment", "articlebody");

  /** What such a word names is no part of the advert itself. */
  private static final Set<String> OTHERS =
      Set.of(
          "label",
          "icon",
          "button",
          "btn",
          "avatar",
          "image",
          "img",
          "photo",
          "menu",
          "nav",
          "breadcrumb",
          "breadcrumbs",
          "filter",
          "search",
          "rating",
          "badge",
          "form");

  private final ElementWords words = new ElementWords();

  /** Returns the role that an element's name tells, or null if it tells none, or something else. */
  public @Nullable Role of(Element element) {
    Set<String> own = words.of(element);
    if (own.isEmpty() || ElementWords.has(own, OTHERS)) {
      return element.normalName().equals("time") ? Role.TIME : null;
    }
    if (element.normalName().equals("time") || ElementWords.has(own, TIMES)) {
      return Role.TIME;
    }
    if (ElementWords.has(own, ElementWords.PRICES)) {
      return Role.PRICE;
    }
    if (ElementWords.has(own, ElementWords.PLACES)) {
      return Role.PLACE;
    }
    if (ElementWords.has(own, ElementWords.EMPLOYERS)) {
      return Role.EMPLOYER;
    }
    return ElementWords.has(own, AUTHORS)
        ? Role.AUTHOR
        : ElementWords.has(own, TEXTS) ? Role.TEXT : null;
  }
}
