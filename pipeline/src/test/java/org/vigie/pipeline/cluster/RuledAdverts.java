package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.search.shard.ShardWriter;

/**
 * Eight adverts of two campaigns, all of each campaign near-copies of one another, with an index
 * that holds them.
 *
 * @param models a folder of models that know one indicator
 * @param index the folder of the index
 */
record RuledAdverts(Path models, Path index) {
  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  /** What clusters of near-copies show; all of it would be read at each of thousands of starts. */
  private static final String TAXONOMY =
      """
      version: taxonomy-1
      indicators:
        - id: OA-02
          name: template cluster
          category: organised
          level: C
          grade: R
          scored: true
          source: invented
          definition: "One text of which words vary."
      """;

  private static final int ADVERTS = 8;
  private static final int CAMPAIGNS = 2;
  private static final int WORDS = 60;

  /** Writes models and index into a folder. */
  static RuledAdverts in(Path folder) throws IOException {
    RuledAdverts adverts = new RuledAdverts(folder.resolve("models"), folder.resolve("index"));
    Files.createDirectories(adverts.models());
    Files.writeString(adverts.models().resolve("taxonomy.yaml"), TAXONOMY);
    Path shard = adverts.index().resolve("shard-0");
    try (ShardWriter writer = ShardWriter.open(shard, OptionalLong.empty())) {
      for (String id : adverts.ids()) {
        writer.put(adverts.advert(id, MONDAY));
      }
      writer.commit(1);
    }
    return adverts;
  }

  List<String> ids() {
    return IntStream.range(0, ADVERTS).mapToObj(RuledAdverts::id).toList();
  }

  static String id(int number) {
    return "a-%020d".formatted(number);
  }

  static boolean areAlike(String one, String other) {
    return !one.equals(other) && campaign(one) == campaign(other);
  }

  private static int campaign(String id) {
    return Integer.parseInt(id.substring(2)) % CAMPAIGNS;
  }

  static String text(String id) {
    Random words = new Random(campaign(id));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append(Integer.toString(100_000 + words.nextInt(900_000), Character.MAX_RADIX))
          .append(i == WORDS / 2 ? " slot" + Integer.parseInt(id.substring(2)) + " " : " ");
    }
    return text.toString();
  }

  AssessedAdvert advert(String id, Instant seen) {
    Advert made = Advert.builder(Channel.CLASSIFIEDS, "example.org", seen).body(text(id)).build();
    Advert advert =
        new Advert(
            id,
            made.sourceId(),
            made.channel(),
            made.site(),
            made.url(),
            made.postedAt(),
            made.seenAt(),
            made.title(),
            made.body(),
            made.language(),
            made.country(),
            made.place(),
            made.fields(),
            made.mandate(),
            made.provenance());
    return new AssessedAdvert(advert, "en", List.of(), Entities.none(), List.of(), List.of(), null);
  }
}
