package org.vigie.lab.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.advert.ContentId;

/**
 * The cost of naming an advert after its content, beside its floor: one SHA-256 over the same text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ContentIdBenchmark {
  private static final String TITLE = "Hotel staff wanted";

  /** 650 characters, the mean length of an advert in the data sets that Vigie is tuned on. */
  private static final String BODY =
      "Evening shifts in a small hotel. ".repeat(20).substring(0, 650);

  /** The name of an advert. */
  @Benchmark
  public String contentId() {
    return ContentId.of("a-", "jobs.example.org", TITLE, BODY, "en", "FR", "Lyon", "{}");
  }

  /** The floor: the digest alone, in one piece. */
  @Benchmark
  public byte[] digestAlone() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256")
        .digest((TITLE + BODY).getBytes(StandardCharsets.UTF_8));
  }
}
