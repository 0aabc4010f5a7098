package org.vigie.capture.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;
import org.vigie.advert.FullerAdvert;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureKind;

/**
 * The pictures that a page of one advert shows or links to between its words, beside those that it
 * declares. They are looked at where somebody asks for it, and join no adverts: many are their
 * site's own.
 */
final class ShownImages {
  private static final int MOST = 8;

  /** Points: smaller ones hold no text that a person could read. */
  private static final int LEAST_SIDE = 100;

  /** What stands there is of the site, or leads to other adverts. */
  private static final Set<String> BESIDE = Set.of("nav", "header", "footer", "aside", "form");

  private static final List<String> SOURCES =
      List.of("data-src", "data-original", "data-lazy-src", "src");

  /** Whole words: a person may be called "Smilla", a picture "catalogue". */
  private static final Pattern OF_SITE =
      Pattern.compile(
          "(?<![a-z])(?:(?:fav)?icons?|(?:logo|sprite|avatar|emoji|pixel|spacer|badge|banner|captcha"
              + "|ad)s?|smil(?:ey|ies|es?))(?![a-z])");

  private static final Evaluator IMAGE_OR_LINK = Selector.evaluatorOf("img, a[href]");

  private static final Pattern SMALL = Pattern.compile("\\d{1,4}");

  private ShownImages() {}

  /** Returns what was found with the pictures of the advert, if it is the page's only one. */
  static Extraction in(Payload payload, Extraction found) {
    if (found.adverts().size() != 1) {
      return found;
    }
    Advert advert = found.adverts().getFirst();
    Page page = payload.page();
    Set<String> shown = addresses(page);
    if (shown.isEmpty()) {
      return found;
    }
    Map<String, String> hashes = Map.of(PictureFields.SHOWN, page.imageHashes(shown));
    return found.withAdverts(List.of(FullerAdvert.with(advert, hashes)));
  }

  private static Set<String> addresses(Page page) {
    Set<String> addresses = new LinkedHashSet<>();
    for (Element element : page.document().select(IMAGE_OR_LINK)) {
      String address =
          element.normalName().equals("a") ? linked(element, page) : shown(element, page);
      if (!address.isEmpty() && addresses.size() < MOST && !isBeside(element)) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** Returns where a link leads, if that is a picture; else empty. */
  private static String linked(Element link, Page page) {
    String address = page.links().resolve(link.attr("href"));
    boolean isNamed = PictureKind.isNamed(LinkResolver.path(address));
    return isNamed && !isOfSite(fileName(address)) ? address : "";
  }

  /** A picture that leads to itself in full is told there; one that leads to a page is that's. */
  private static String shown(Element image, Page page) {
    String source = source(image);
    Element link = image.closest("a[href]");
    String to = link == null ? "" : page.links().resolve(link.attr("href"));
    boolean own = to.isEmpty() || to.equals(page.capture().url());
    return own
            && !isSmall(image, "width")
            && !isSmall(image, "height")
            && !isOfSite(image.className() + ' ' + image.id() + ' ' + fileName(source))
        ? page.links().resolve(source)
        : "";
  }

  private static boolean isBeside(Element element) {
    for (Element above = element.parent(); above != null; above = above.parent()) {
      if (BESIDE.contains(above.normalName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfSite(String said) {
    String lower = said.substring(0, Math.min(said.length(), 300)).toLowerCase(Locale.ROOT);
    return lower.endsWith(".svg") || OF_SITE.matcher(lower).find();
  }

  /** Returns the file's name at the end of an address, which may be relative. */
  private static String fileName(String address) {
    String path = address.split("[?#]", 2)[0];
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isSmall(Element image, String side) {
    String points = image.attr(side).strip();
    return SMALL.matcher(points).matches() && Integer.parseInt(points) < LEAST_SIDE;
  }

  private static String source(Element image) {
    for (String name : SOURCES) {
      String source = image.attr(name).strip();
      if (!source.isEmpty() && !source.startsWith("data:")) {
        return source;
      }
    }
    String set = image.attr("srcset").strip();
    return set.isEmpty() ? "" : set.split("[\\s,]", 2)[0];
  }
}
