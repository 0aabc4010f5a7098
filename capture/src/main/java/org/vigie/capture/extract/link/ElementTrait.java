package org.vigie.capture.extract.link;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** What {@link PlainLinks} has to know of elements, told by their names. */
enum ElementTrait {
  /** It has no content and no end tag. */
  VOID("area base br col embed hr img input link meta param source track wbr"),

  /** It may stand in an anchor wherever the anchor stands. */
  PHRASE(
      "span b i em strong small u s code font big abbr time label sup sub bdi mark cite "
          + "picture img br wbr source"),

  /** It may stand in an anchor unless a paragraph is open around that, which it would end. */
  BLOCK("div section article header footer figure figcaption h1 h2 h3 h4 h5 h6 p"),

  /** A paragraph that is open ends before it. */
  ENDS_PARAGRAPH(
      "address article aside blockquote center details dialog dir div dl fieldset "
          + "figcaption figure footer header hgroup main menu nav ol section ul h1 h2 h3 h4 "
          + "h5 h6 pre form li dd dt hr"),

  /** It is opened anew in each paragraph that follows, if it isn't closed. */
  FORMATTING("b big code em font i s small strike strong tt u nobr"),

  /** It leaves the head open. */
  IN_HEAD("html head meta link base title script style"),

  /** It is a table or what tables are made of. */
  TABLE_PART("table thead tbody tfoot tr td th caption colgroup col"),

  /** Its content is text, whatever it looks like. */
  HOLDS_TEXT("title textarea script style iframe"),

  /** It may stand in a drawing. */
  IN_DRAWING(
      "g path circle rect use defs line polyline polygon ellipse symbol title style "
          + "text tspan pattern animate lineargradient radialgradient stop clippath mask "
          + "filter"),

  /** It may stand in a list to choose from. */
  CHOICE("option optgroup"),

  /** It may stand in the head for those who run no scripts. */
  WITHOUT_SCRIPT("link meta"),

  /** It follows rules of its own. */
  ODD(
      "frameset frame template math plaintext xmp noembed noframes image isindex "
          + "listing applet object marquee option optgroup caption keygen menuitem rb rt rp "
          + "rtc ruby annotation-xml desc foreignobject");

  private static final EnumSet<ElementTrait> NONE = EnumSet.noneOf(ElementTrait.class);
  private static final Map<String, EnumSet<ElementTrait>> BY_NAME = byName();

  private final String names;

  ElementTrait(String names) {
    this.names = names;
  }

  /** Returns the traits of an element; they are not to be changed. */
  static EnumSet<ElementTrait> of(String name) {
    return BY_NAME.getOrDefault(name, NONE);
  }

  private static Map<String, EnumSet<ElementTrait>> byName() {
    Map<String, EnumSet<ElementTrait>> traits = new HashMap<>();
    for (ElementTrait trait : values()) {
      for (String name : trait.names.split(" ")) {
        traits.computeIfAbsent(name, any -> EnumSet.noneOf(ElementTrait.class)).add(trait);
      }
    }
    return traits;
  }
}
