package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.shard.ShardWriter;

/**
 * What a shard's writer costs beside Lucene alone, which adds documents of the same fields.
 *
 * <p>Lucene's are ready, ours are made of adverts, which is a sixth of it. The CPU of Java's
 * compilers is left out: with it the same code had 1.13 and 2.15 within seven minutes.
 */
final class IndexWriting {
  private static final double MOST_TIMES = 1.5;

  /** Rounds before any counts. */
  private static final int WARM_UP = 5;

  /** Rounds that count for one of the other measures', since they are short. */
  private static final int TIMES_AS_MANY = 3;

  private final Programs programs;
  private final int rounds;

  IndexWriting(Programs programs, int rounds) {
    this.programs = programs;
    this.rounds = TIMES_AS_MANY * rounds;
  }

  void measure(Path models, Texts texts, Findings findings) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.withoutSigns(models);
    List<AssessedAdvert> adverts =
        texts.bodies().stream().map(body -> assessor.assess(advert(body))).toList();
    List<Document> documents = adverts.stream().map(AdvertDocument::stored).toList();
    double[] ours = new double[rounds];
    double[] raw = new double[rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      boolean isFirst = round % 2 == 0; // by turns: who comes first pays for what both left
      long before = isFirst ? shard(adverts) : 0;
      long theirs = lucene(documents);
      long mine = isFirst ? before : shard(adverts);
      if (round >= 0) {
        ours[round] = mine;
        raw[round] = theirs;
      }
    }
    Ratio ratio = Ratio.of("index-writing", ours, raw);
    findings.add(ratio);
    findings.add(
        new Goal(
            "C",
            String.format(Locale.ROOT, "`ShardWriter` ≤ %.1f× raw `addDocument`", MOST_TIMES),
            "",
            ratio.shown(),
            GoalOutcome.atMost(ratio.median(), MOST_TIMES)));
  }

  private static Advert advert(String body) {
    return Advert.builder(Channel.JOB_BOARD, "bench", Instant.EPOCH).body(body).build();
  }

  private long shard(List<AssessedAdvert> adverts) throws IOException {
    SteadyCpu cpu = SteadyCpu.start();
    try (ShardWriter writer = ShardWriter.open(programs.fresh("shard"), OptionalLong.empty())) {
      for (AssessedAdvert advert : adverts) {
        writer.put(advert);
      }
      writer.commit(1);
    }
    return cpu.nanos();
  }

  private long lucene(List<Document> documents) throws IOException {
    SteadyCpu cpu = SteadyCpu.start();
    try (Directory directory = FSDirectory.open(programs.fresh("lucene"));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(TextAnalysis.analyzer()))) {
      for (Document document : documents) {
        writer.addDocument(document);
      }
      writer.commit();
    }
    return cpu.nanos();
  }
}
