package org.vigie.crawler.focus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.crawler.frontier.Origin;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.trap.UrlTemplate;

/**
 * What is told of a link before it is followed: the words it is written with, the form of its
 * address, and the page it stands on.
 *
 * <p>A word is any run of letters; scripts that set no spaces are cut into pairs of letters. No
 * list of words, language or script is known here. All can be had again from the {@link Target}
 * that is stored.
 */
final class LinkFeatures {
  private static final int MAX_WORDS = 12;
  private static final int MAX_DEPTH = 6;

  private final int[] hashes;
  private final List<String> names;

  private LinkFeatures(int[] hashes, List<String> names) {
    this.hashes = hashes;
    this.names = names;
  }

  static LinkFeatures of(Target target) {
    return collect(target, false);
  }

  /** Returns them with their names, for a reader. */
  static LinkFeatures named(Target target) {
    return collect(target, true);
  }

  int[] hashes() {
    return hashes;
  }

  List<String> names() {
    return names;
  }

  private static LinkFeatures collect(Target target, boolean named) {
    Collector features = new Collector(named);
    UrlTemplate template = UrlTemplate.of(target.url());
    int kind = template.hashCode();
    Origin origin = target.origin();
    String address = readable(target.url());
    String form = form(address);
    features.add("host", template.host(), 0);
    features.add("template", "", kind);
    features.add("form", form, 0);
    features.add("form on host", form, template.host().hashCode());
    features.add("section", section(template.shape()), template.host().hashCode());
    features.add("depth", String.valueOf(Math.min(target.depth(), MAX_DEPTH)), 0);
    features.add("parent's adverts", String.valueOf(origin.held()), 0);
    features.add("parent's kind", "", origin.template());
    features.add("parent's and own kind", "", 31 * origin.template() + kind);
    features.add("parent", "", origin.page());
    words(features, "path word", address);
    words(features, "anchor word", target.anchor());
    features.add("anchor length", length(target.anchor()), 0);
    return features.done();
  }

  /** Returns path and query as a reader sees them, with each number as {@code #}. */
  static String readable(String url) {
    int slash = url.indexOf('/', url.indexOf("//") + 2);
    String rest = slash < 0 ? "/" : url.substring(slash);
    StringBuilder readable = new StringBuilder();
    boolean digits = false;
    for (char c : decoded(rest).toCharArray()) {
      boolean digit = Character.isDigit(c);
      if (!digit) {
        readable.append(c);
      } else if (!digits) {
        readable.append('#');
      }
      digits = digit;
    }
    return readable.toString();
  }

  private static String decoded(String rest) {
    if (rest.indexOf('%') < 0) {
      return rest;
    }
    try {
      return URLDecoder.decode(rest, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return rest; // a stray percent sign: taken as it stands
    }
  }

  /** Returns how an address is built, whatever the words in it, such as {@code /a/a-a-#}. */
  static String form(String readable) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < readable.length(); ) {
      int end = i;
      boolean several = false;
      while (end < readable.length() && isWordOrDash(readable, end, i)) {
        several |= readable.charAt(end) == '-' || readable.charAt(end) == '_';
        end++;
      }
      // A title in an address has any number of words.
      form.append(end == i ? String.valueOf(readable.charAt(i)) : several ? "a-a" : "a");
      i = Math.max(end, i + 1);
    }
    return form.toString();
  }

  private static boolean isWordOrDash(String text, int at, int start) {
    char c = text.charAt(at);
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (at > start && (c == '-' || c == '_'));
  }

  private static String section(String shape) {
    int end = shape.indexOf('/', 1);
    return end < 0 ? shape : shape.substring(0, end);
  }

  private static String length(String anchor) {
    int length = anchor.length();
    return length == 0 ? "none" : length < 4 ? "tiny" : length < 20 ? "short" : "long";
  }

  private static void words(Collector features, String kind, String text) {
    int found = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && found < MAX_WORDS; ) {
      int end = i;
      while (end < lower.length() && isLetter(lower, end)) {
        end += Character.charCount(lower.codePointAt(end));
      }
      if (end > i) {
        found += word(features, kind, lower.substring(i, end));
        i = end;
      } else {
        i += Character.charCount(lower.codePointAt(i));
      }
    }
  }

  private static int word(Collector features, String kind, String word) {
    if (!setsNoSpaces(word.codePointAt(0))) {
      features.add(kind, word, 0);
      return 1;
    }
    int[] letters = word.codePoints().toArray();
    int pairs = Math.min(Math.max(1, letters.length - 1), MAX_WORDS);
    for (int i = 0; i < pairs; i++) {
      features.add(kind, new String(letters, i, Math.min(2, letters.length - i)), 0);
    }
    return pairs;
  }

  private static boolean isLetter(String text, int at) {
    int c = text.codePointAt(at);
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean setsNoSpaces(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static final class Collector {
    private final boolean named;
    private final List<String> names = new ArrayList<>();
    private int[] hashes = new int[48];
    private int size;

    private Collector(boolean named) {
      this.named = named;
    }

    /**
     * @param kind which question it answers
     * @param value the answer, in words
     * @param hash the rest of the answer, if there are no words for it
     */
    private void add(String kind, String value, int hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      }
      hashes[size++] = mix(mix(kind.hashCode() ^ 31 * value.hashCode()) ^ hash);
      if (named) {
        names.add(value.isEmpty() ? kind : kind + " '" + value + "'");
      }
    }

    private LinkFeatures done() {
      return new LinkFeatures(Arrays.copyOf(hashes, size), List.copyOf(names));
    }

    /** MurmurHash3's last step (Appleby 2011). */
    private static int mix(int hash) {
      int h = hash ^ hash >>> 16;
      h *= 0x85ebca6b;
      h ^= h >>> 13;
      h *= 0xc2b2ae35;
      return h ^ h >>> 16;
    }
  }
}
