package org.vigie.pipeline.erase;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;

/** The inputs of a workspace, read as a run reads them. */
record ReadInputs(Inbox inbox) {
  List<Intake> all() throws IOException {
    List<Intake> all = new ArrayList<>();
    for (InputManifest input : inbox.accepted()) {
      try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
        for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
          all.addAll(read);
        }
      }
    }
    return all;
  }

  /** Returns the text and the address of each advert, by its id. */
  Map<String, String> adverts() throws IOException {
    Map<String, String> adverts = new TreeMap<>();
    for (Intake intake : all()) {
      Advert advert = intake.advert();
      if (advert != null) {
        adverts.put(advert.id(), advert.body() + " " + advert.url());
      }
    }
    return adverts;
  }

  /** Returns the id of the first advert that holds a text. */
  static String id(Map<String, String> adverts, String text) {
    return adverts.entrySet().stream()
        .filter(advert -> advert.getValue().contains(text))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
