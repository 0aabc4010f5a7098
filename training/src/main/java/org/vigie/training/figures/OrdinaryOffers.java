package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.training.risk.LabelledTexts;

/** Real offers of work, half of them Irish and half Polish, cut at the length of a mean advert. */
final class OrdinaryOffers {
  static final int LENGTH = 650;
  static final String IRISH = "classifieds_ie_dev.jsonl.gz";
  static final String POLISH = "poland_1k.jsonl.gz";

  private static final String FOLDER = "job-ads";
  private static final int EACH = 300;

  private OrdinaryOffers() {}

  /** Returns the offers; none if a file is absent. */
  static List<Advert> read(Places places) throws IOException {
    List<Advert> offers = new ArrayList<>();
    if (places.isThere(FOLDER + "/" + IRISH) && places.isThere(FOLDER + "/" + POLISH)) {
      offers.addAll(read(places.data().resolve(FOLDER).resolve(IRISH), "IE"));
      offers.addAll(read(places.data().resolve(FOLDER).resolve(POLISH), "PL"));
    }
    return offers;
  }

  private static List<Advert> read(Path file, String country) throws IOException {
    return LabelledTexts.read(file).stream()
        .map(LabelledTexts.Labelled::text)
        .filter(text -> text.length() >= LENGTH)
        .limit(EACH)
        .map(text ->
            Advert.builder(Channel.JOB_BOARD, "figures", Instant.EPOCH)
                .country(country)
                .body(text.substring(0, LENGTH))
                .build())
        .toList();
  }
}
