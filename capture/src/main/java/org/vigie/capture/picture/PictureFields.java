package org.vigie.capture.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.FullerAdvert;

/** The fields of an advert that tell what was read in its pictures. */
public final class PictureFields {
  /** The field that holds the addresses of an advert's pictures, hashed, with spaces between. */
  public static final String ADDRESSES = Advert.CONTEXT + "images";

  /** The same of pictures that stand between its words; they join no adverts. */
  public static final String SHOWN = Advert.CONTEXT + "shown";

  private static final int MAX_HASHES = 4;

  private PictureFields() {}

  /** Returns the fields that pictures add to those of their advert. */
  public static Map<String, String> of(List<PictureReading> pictures) {
    Map<String, String> fields = new LinkedHashMap<>();
    String said =
        pictures.stream()
            .map(PictureFields::said)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"));
    String hashes =
        pictures.stream()
            .filter(PictureReading::hasUsefulHash)
            .map(picture -> picture.hash().pdq())
            .distinct()
            .limit(MAX_HASHES)
            .collect(Collectors.joining(" "));
    boolean anyKnown = pictures.stream().anyMatch(PictureReading::known);
    // An advert that is nothing but a known picture needs some text, and may have none of its own.
    put(fields, Advert.PICTURES, said.isEmpty() && anyKnown ? Advert.PICTURE_MARK : said);
    put(fields, Advert.PICTURE_HASHES, hashes);
    put(fields, Advert.KNOWN_PICTURE, anyKnown ? "true" : "");
    return fields;
  }

  /** Returns the hashed addresses in an advert's fields, those that its page declares first. */
  public static Set<String> addresses(Map<String, String> fields) {
    return Stream.of(ADDRESSES, SHOWN)
        .flatMap(name -> Stream.of(fields.getOrDefault(name, "").split(" ")))
        .filter(address -> !address.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Returns an advert with what was read in those pictures that it shows. Its id stays: whether a
   * picture could be fetched is no part of what its page says.
   *
   * @param readings hash of a picture's address → what was read of it
   */
  public static Advert added(Advert advert, Map<String, PictureReading> readings) {
    Map<String, String> more =
        of(
            addresses(advert.fields()).stream()
                .map(readings::get)
                .filter(Objects::nonNull)
                .filter(reading -> reading.refusal().kind().isEmpty())
                .toList());
    if (more.isEmpty()) {
      return advert;
    }
    return FullerAdvert.with(advert, more);
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /** Codes come after the text, each once: some stand below their code in letters too. */
  private static String said(PictureReading picture) {
    Set<String> lines = new LinkedHashSet<>(picture.writing().text().lines().toList());
    for (PictureCode code : picture.codes()) {
      code.text().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    }
    List<String> all = new ArrayList<>(lines);
    return all.isEmpty() ? "" : Advert.PICTURE_MARK + " " + String.join("\n", all);
  }
}
