package org.vigie.casework.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.search.shard.ShardWriter;

/**
 * Short adverts about twelve subjects in forty languages, each with the word that somebody who
 * looks for its subject would type in that language.
 *
 * <p>They were invented for this test by one author, who had read the English word forms and those
 * of no other language, and no corpus. No native speaker has read them; the adverts of a subject
 * say much the same in all languages, so they are easier to tell apart than what people write.
 */
final class SealedAdverts {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private SealedAdverts() {}

  /**
   * One of them.
   *
   * @param language ISO 639-1 code
   * @param subject what it is about
   * @param query what somebody would type who looks for the subject
   */
  record Sealed(String language, String subject, String query, String text) {
    String id() {
      return assessed().advert().id();
    }

    AssessedAdvert assessed() {
      Advert advert =
          Advert.builder(Channel.FORUM, "forum.example.org", AT).body(text).postedAt(AT).build();
      return new AssessedAdvert(
          advert,
          language,
          List.of(),
          Entities.none(),
          List.of(),
          new Assessment("work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1"));
    }
  }

  static List<Sealed> read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(SealedAdverts.class.getResourceAsStream("adverts.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Sealed(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    }
  }

  static void index(List<Sealed> adverts, Path folder) throws IOException {
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      for (Sealed advert : adverts) {
        writer.put(advert.assessed());
      }
      writer.commit(1);
    }
  }
}
