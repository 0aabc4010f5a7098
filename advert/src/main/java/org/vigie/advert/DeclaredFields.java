package org.vigie.advert;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The further fields of an advert in the making, and what is cut to what they may hold. */
final class DeclaredFields {
  private final SortedMap<String, String> fields = new TreeMap<>();

  /** Keeps a field; a blank value counts as absent. */
  void put(String name, String value) {
    if (!value.isBlank()) {
      fields.put(name, kept(name, value));
    }
  }

  /** Returns as much of a value as is kept; what was cut is noted. */
  String kept(String name, String value) {
    TextStart start = TextStart.of(value, Advert.MAX_VALUE);
    if (start.whole() > Advert.MAX_VALUE) {
      fields.put(Advert.CUT + name, Integer.toString(start.whole()));
    }
    return start.text();
  }

  /** Returns as much of a body as the text may hold, with the line break after the title. */
  TextStart cut(TextStart title, TextStart body) {
    int pictures = fields.getOrDefault(Advert.PICTURES, "").length();
    int lineBreak = title.whole() > 0 && body.whole() > 0 ? 1 : 0;
    int whole = title.whole() + lineBreak + body.whole() + pictures;
    if (whole <= Advert.MAX_TEXT) {
      return body;
    }
    fields.put(Advert.CUT + Advert.TEXT, Integer.toString(whole));
    int room = Advert.MAX_TEXT - title.text().length() - lineBreak - pictures;
    return TextStart.of(body.text(), Math.max(0, room));
  }

  Map<String, String> all() {
    return fields;
  }

  /** Returns those that count as content. */
  SortedMap<String, String> content() {
    SortedMap<String, String> content = new TreeMap<>(fields);
    content.keySet().removeIf(name -> name.startsWith(Advert.CONTEXT));
    return content;
  }
}
