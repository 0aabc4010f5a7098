package org.vigie.capture.extract.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that a site hides from programs and a script of its writes out: those of Cloudflare, in
 * hexadecimal digits of which the first two undo the others, and those of Joomla, in Base64.
 */
final class HiddenMail {
  private static final String CODED = "data-cfemail";
  private static final String TARGET = "/cdn-cgi/l/email-protection";
  private static final String JOOMLA = "joomla-hidden-mail";
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
  private static final int MAX_DIGITS = 400;
  private static final int MAX_SHOWN = 80;
  private static final int MAX_SEEN = 100_000;

  private HiddenMail() {}

  /** Writes such addresses where a reader of the page would see them. */
  static void show(Document document) {
    List<Element> hiding = new ArrayList<>();
    int[] seen = {0};
    NodeTraversor.filter((node, depth) -> visit(node, hiding, ++seen[0]), document);
    hiding.forEach(HiddenMail::show);
  }

  private static NodeFilter.FilterResult visit(Node node, List<Element> hiding, int seen) {
    if (node instanceof Element element) {
      boolean hides =
          element.normalName().equals(JOOMLA)
              || (element.attributesSize() > 0
                  && (element.hasAttr(CODED) || element.attr("href").startsWith(TARGET)));
      if (hides) {
        hiding.add(element);
      }
    }
    return seen > MAX_SEEN ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
  }

  private static void show(Element element) {
    String target = element.attr("href");
    boolean linked = target.startsWith(TARGET + "#");
    String address =
        element.normalName().equals(JOOMLA)
            ? joined(element)
            : decoded(linked ? target.substring(TARGET.length() + 1) : element.attr(CODED));
    if (address == null) {
      return;
    }
    if (element.normalName().equals("a")) {
      element.attr("href", "mailto:" + address);
    }
    // A script writes the address into what stands for it alone.
    if (!linked && element.childrenSize() == 0 && element.text().length() <= MAX_SHOWN) {
      element.text(address);
    }
  }

  private static @Nullable String joined(Element element) {
    try {
      return checked(base64(element.attr("first")) + "@" + base64(element.attr("last")));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String base64(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static @Nullable String decoded(String digits) {
    if (digits.length() < 4 || digits.length() > MAX_DIGITS) {
      return null;
    }
    try {
      byte[] bytes = HexFormat.of().parseHex(digits);
      StringBuilder address = new StringBuilder();
      for (int i = 1; i < bytes.length; i++) {
        address.append((char) ((bytes[i] ^ bytes[0]) & 0xff));
      }
      return checked(address.toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String checked(String address) {
    return ADDRESS.matcher(address).matches() ? address : null;
  }
}
