package org.vigie.lab.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.casework.Readme;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.shard.ShardWriter;

/** Each way of measuring, on as little as it takes. */
class MeasuringTest {
  private static final MachineSpeed SAME = new MachineSpeed(1);
  private static final Path MODELS = Readme.project().resolve("models");

  @TempDir Path folder;

  @Test
  void measuresAssessmentBesideTheLoop() throws Exception {
    Findings findings = new Findings();

    new WarmAssessment(MODELS, SAME, 1).measure(Texts.invented(4), folder, true, findings);

    assertThat(findings.ratios()).extracting(Ratio::name).containsExactly("assess-invented");
    assertThat(findings.ratios().getFirst().median()).isPositive();
    assertThat(findings.goals(List.of())).hasSize(5).allMatch(goal -> goal.part().equals("B"));
  }

  @Test
  void measuresWritingBesideLuceneAlone() throws Exception {
    Findings findings = new Findings();
    Programs programs = new Programs(folder.resolve("vigie"), folder);

    new IndexWriting(programs, 2).measure(MODELS, Texts.invented(20), findings);

    assertThat(findings.ratios().getFirst().median()).isPositive();
    assertThat(Programs.indexes(folder)).hasSize(22);
  }

  @Test
  void countsWhatAThreadBurnsButNoCompiler() throws Exception {
    SteadyCpu cpu = SteadyCpu.start();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long own = 0;
    while (own < 100_000_000) {
      own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    assertThat(cpu.nanos()).isGreaterThan(own / 2);
  }

  @Test
  void measuresClustersBesideThePlainLoop() throws Exception {
    Findings findings = new Findings();
    ClusterCosts groups = new ClusterCosts(MODELS, SAME, 1);

    groups.measureChanges(200, findings);
    groups.measurePairing(200, findings);

    assertThat(findings.ratios())
        .extracting(Ratio::name)
        .containsExactly("index-changes", "pairing", "clustering");
    assertThat(findings.ratios()).allMatch(ratio -> ratio.median() > 0);
    assertThat(findings.ratios().getFirst().median()).isBetween(1.0, 1.5);
  }

  @Test
  void countsTheCpuAndMemoryOfAProcess() throws Exception {
    ProcessCost cost =
        ProcessCost.of(
            List.of("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"),
            folder.resolve("said"));

    assertThat(cost.cpuSeconds()).isPositive();
    assertThat(cost.peakMegabytes()).isBetween(0.1, 100.0);
  }

  @Test
  void saysWhatACommandSaidThatFailed() {
    assertThatThrownBy(() ->
            ProcessCost.of(List.of("sh", "-c", "echo no mandate; exit 3"), folder.resolve("said")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("must end with 0, but ended with 3: no mandate");
  }

  @Test
  void looksForAPhoneThatStandsInTheIndex() throws Exception {
    assertThat(IndexedPhone.in(List.of(shard("none", "Waiter wanted. Mail a@example.org"))))
        .isEmpty();
    assertThat(
            IndexedPhone.in(
                List.of(
                    folder.resolve("none"), shard("one", "Waiter wanted. Call +44 7700 900123."))))
        .hasValue("phone:+447700900123");
  }

  private Path shard(String name, String body) throws Exception {
    Path shard = folder.resolve(name);
    Advert advert = Advert.builder(Channel.JOB_BOARD, "bench", Instant.EPOCH).body(body).build();
    try (ShardWriter writer = ShardWriter.open(shard, OptionalLong.empty())) {
      writer.put(AdvertAssessor.withoutSigns(MODELS).assess(advert));
      writer.commit(1);
    }
    return shard;
  }

  @Test
  void takesAnErrorForNoFirstPage() throws Exception {
    Waiting.requireSignIn(200, "<input type=\"password\">");

    assertThatThrownBy(() -> Waiting.requireSignIn(404, "<input type=\"password\">"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("had status 404");
    assertThatThrownBy(() -> Waiting.requireSignIn(200, "Starting")).hasMessageContaining("200");
  }

  @Test
  void takesAnAdvertOfMedianLengthForOne() {
    assertThat(new Texts("real", List.of("12345", "1", "123")).ofMedianLength().bodies())
        .containsExactly("123");
  }

  @Test
  void measuresNothingOnRealAdvertsThatAreAbsent() throws Exception {
    assertThat(Texts.real(folder, 10).isEmpty()).isTrue();
  }

  @Test
  void takesRealAdvertsFromAllOverTheFile() throws Exception {
    Path file = Files.createDirectories(folder.resolve("job-ads")).resolve("poland_1k.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 10; i++) {
        out.write(
            "{\"id\":\"%d\",\"label\":0,\"text\":\"advert %d\"}\n"
                .formatted(i, i)
                .getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(Texts.real(folder, 3).bodies()).containsExactly("advert 0", "advert 3", "advert 6");
    assertThat(Texts.real(folder, 3).lines().getFirst()).isEqualTo("{\"text\":\"advert 0\"}");
    assertThat(Texts.real(folder, 3).meanLength()).isEqualTo(8);
  }
}
