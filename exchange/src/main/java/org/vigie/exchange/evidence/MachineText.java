package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Span;

/** What a program read in an advert's pictures: never what its site showed as text. */
final class MachineText {
  /** What reads letters, and what reads codes. No advert says which release of them read it. */
  static final String PROGRAM = "Tesseract (OCR), ZXing (QR)";

  private static final Set<String> BESIDE_TEXT =
      Set.of(Advert.PICTURE_HASHES, Advert.KNOWN_PICTURE);

  private MachineText() {}

  /** Returns where the site's own words stand in an advert's text. */
  static Span own(Advert advert) {
    return new Span(0, advert.ownText().length());
  }

  /** Returns where the words of pictures stand in an advert's text. */
  static Span ofPictures(Advert advert) {
    int end = advert.text().length();
    return new Span(end - advert.pictureText().length(), end);
  }

  /** Returns whether a field is what a program made of pictures, and no site declared it. */
  static boolean isField(String name) {
    return name.equals(Advert.PICTURES) || isFieldBesideText(name);
  }

  /** Returns whether a field is what a program made of pictures, but no text. */
  static boolean isFieldBesideText(String name) {
    return BESIDE_TEXT.contains(name);
  }

  /** Says which digits were read in words, in the node of an analysis. */
  static void describeNumbers(ObjectNode result, AssessedAdvert advert, String message) {
    result.put("uco-core:name", "numbers that the text spells in words");
    result.put(
        "uco-core:description",
        "Digits of no country that the text tells: no telephone until somebody places them.");
    result.set("uco-core:object", Graph.ref(message));
    var statements = result.putArray("uco-core:statement");
    advert.entities().unplacedNumbers().stream().distinct().forEach(statements::add);
  }

  /** Says what was read, in the node of an analysis. */
  static ObjectNode describe(ObjectNode result, Advert advert, String message) {
    result.put("uco-core:name", "text read in pictures by a program (OCR)");
    result.put(
        "uco-core:description",
        "Read by " + PROGRAM + ". A reading to compare with the picture; not the site's text.");
    result.set("uco-core:object", Graph.ref(message));
    result.putArray("uco-core:statement").add(advert.pictureText());
    return result;
  }
}
