package org.vigie.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

/**
 * Invented offers of work of 650 characters, the mean length in the data sets that Vigie is tuned
 * on, in English, French, Polish, Romanian, Ukrainian and Spanish. Each names towns, prices, hours,
 * ages and contacts, more of them than an ordinary advert.
 */
final class SampleAdverts {
  static final int SIZE = 6;

  private SampleAdverts() {}

  static List<Advert> all() throws IOException {
    List<Advert> adverts = new ArrayList<>();
    InputStream file =
        Objects.requireNonNull(
            SampleAdverts.class.getResourceAsStream("adverts.tsv"), "adverts.tsv is packed");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", 3);
        adverts.add(
            Advert.builder(Channel.CLASSIFIEDS, "board.example.org", Instant.EPOCH)
                .language(columns[0])
                .country(columns[1])
                .body(columns[2])
                .build());
      }
    }
    return adverts;
  }
}
