package org.vigie.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Reads the entities of texts whose language is told, and tables of what is to be found. */
final class EntityReading {
  private final EntityReader reader;

  EntityReading() throws IOException {
    this.reader =
        new EntityReader(
            ContactFinder.load(ModelsFolder.path()),
            QuantityFinder.load(ModelsFolder.path()),
            PlaceFinder.load(ModelsFolder.path()));
  }

  EntityReader.Read read(String body, String language, String site) {
    return read(
        Advert.builder(Channel.FILE, site.isEmpty() ? "file" : site, Instant.EPOCH)
            .body(body)
            .build(),
        language);
  }

  EntityReader.Read read(Advert advert, String language) {
    NormalizedText text = NormalizedText.of(advert.text());
    return reader.read(advert, text, Words.of(text), language, List::of, "");
  }

  /** Returns the rows of a table beside this class, without its comments. */
  static List<String[]> rows(String name) throws IOException {
    try (InputStream in = EntityReading.class.getResourceAsStream(name)) {
      String table =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
