package org.vigie.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

/** An index with one advert in Arabic, invented, with a word in Latin letters. */
final class RightToLeft {
  private RightToLeft() {}

  static void write(Workspace workspace) throws Exception {
    try (ShardWriter writer =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      writer.put(
          new AssessedAdvert(
              Advert.builder(
                      Channel.JOB_BOARD, "jobs.example.org", Instant.parse("2026-01-05T08:00:00Z"))
                  .title("مطلوب عمال بناء")
                  .body("عمل في الخارج مع السكن، الشركة Example.")
                  .build(),
              "ar",
              List.of(),
              Entities.none(),
              List.of(),
              new Assessment(
                  "recruitment", Outcome.BUSINESS, 0.1, 0.1, List.of(), "invented-1", "1")));
      writer.commit(1);
    }
  }
}
