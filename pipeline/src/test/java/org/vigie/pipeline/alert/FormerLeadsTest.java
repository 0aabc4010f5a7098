package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Alert;
import org.vigie.advert.Severity;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.index.IndexChange;

/** Leads that an earlier release saved, before alerts had codes beside their English words. */
class FormerLeadsTest {
  private static final Path SAVED =
      Path.of(
          System.getProperty("vigie.root"), "pipeline/src/test/resources/upgrade/leads.snapshot");

  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int BUDGET = 2;

  @Test
  void areTakenUpWithTheWordsThatTheyHave() throws Exception {
    try (var operator = harness()) {
      operator.initializeState(OperatorSnapshotUtil.readStateHandle(SAVED.toString()));
      operator.open();
      operator.processElement(lead(0), 0);

      TreeMap<String, Alert> raised = new TreeMap<>();
      for (IndexChange change : operator.extractOutputValues()) {
        if (change instanceof IndexChange.PutAlert(Alert alert)) {
          raised.put(alert.subject(), alert);
        }
      }
      assertThat(raised.keySet()).contains("c-0", "c-1");
      Alert former = raised.get("c-1");
      assertThat(former.headline()).isEqualTo("found 1");
      assertThat(former.reasons())
          .containsExactly(
              "as it was",
              "and 2 further leads of that day, beyond the daily budget of 2: search for them");
      assertThat(former.lines()).isEmpty();
    }
  }

  /** Makes the file, with the code that it is to be of. */
  @Test
  void areSaved() throws Exception {
    assumeTrue(Boolean.getBoolean("vigie.renew-savepoint"), "only when asked");
    try (var operator = harness()) {
      operator.open();
      for (int i = 1; i < 4; i++) {
        operator.processElement(lead(i), 0);
      }
      Files.createDirectories(SAVED.getParent());
      OperatorSnapshotUtil.writeStateHandle(operator.snapshot(1, 1), SAVED.toString());
    }
  }

  private static Lead lead(int number) {
    String subject = "c-" + number;
    Instant first = MONDAY.plusSeconds(number);
    return new Lead(
        "the stored query q 1",
        subject,
        first,
        new Alert(
            Alert.idOf("q", "1", subject),
            "q",
            "1",
            subject,
            Severity.NOTICE,
            first,
            "found " + number,
            List.of("as it was"),
            List.of(),
            "forum",
            null,
            "model-1",
            "1"));
  }

  private static IndexHarness<String, Lead> harness() throws Exception {
    return new IndexHarness<>(
        new KeyedProcessOperator<>(new BudgetAlerts(BUDGET)), Lead::matcher, Types.STRING);
  }
}
