package org.vigie.casework.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.casework.config.DeconflictFile.Partner;
import org.vigie.files.yaml.YamlFile;

class DeconflictFileTest {
  private static final String KEY = "ab".repeat(32);

  @TempDir Path folder;

  @Test
  void namesDeskPartnersAndTheirQuotas() {
    DeconflictFile read =
        read(
            """
            desk: North desk
            per-week: 512
            partners:
              - {name: South, fingerprint: '%s'}
              - {name: East, fingerprint: 'CD:%s', per-week: 64}
            """
                .formatted(KEY, "cd ".repeat(31)));

    assertThat(read.desk()).isEqualTo("North desk");
    assertThat(read.partners())
        .containsExactly(
            new Partner("South", KEY, List.of(), 512),
            new Partner("East", "cd".repeat(32), List.of(), 64));
    assertThat(read.named(" South ")).isEqualTo(read.ofKey(KEY)).isPresent();
    assertThat(read.ofKey("other")).isEmpty();
  }

  @Test
  void knowsNobodyWithoutAFileAndAllows2048AWeek() {
    assertThat(DeconflictFile.read(folder)).isEqualTo(read(""));
    assertThat(read("partners: [{name: A, fingerprint: %s}]".formatted(KEY)).partners())
        .containsExactly(new Partner("A", KEY, List.of(), 2_048));
  }

  @Test
  void knowsAPartnerByTheKeysThatItHadBefore() {
    DeconflictFile read =
        read(
            "partners: [{name: A, fingerprint: %s, former: ['CD:%s']}]"
                .formatted(KEY, "cd".repeat(31)));

    assertThat(read.ofKey("cd".repeat(32))).isEqualTo(read.ofKey(KEY)).isPresent();
    assertThat(read.partners().getFirst().keys()).containsExactly(KEY, "cd".repeat(32));
    assertThatThrownBy(() ->
            read(
                "partners: [{name: A, fingerprint: %2$s, former: [%1$s]}, {name: B, fingerprint: %1$s}]"
                    .formatted(KEY, "cd".repeat(32))))
        .hasMessageContaining("partners[1].name: each partner must have a name and keys");
  }

  @Test
  void knowsAPartnerByTheCertificateOfItsLine() {
    String line = "ef".repeat(32);
    String two =
        "partners: [{name: A, fingerprint: %s, line: %s, address: 'a.example.org:8490'}, {name: B, fingerprint: %s%s}]";
    DeconflictFile read = read(two.formatted(KEY, line, "cd".repeat(32), ""));

    assertThat(read.ofLine(line).orElseThrow().line())
        .contains(new DeconflictFile.Line("a.example.org", 8490, List.of(line)));
    assertThat(read.ofLine(KEY)).isEmpty();
    String next = "12".repeat(32);
    DeconflictFile both =
        read(two.formatted(KEY, "['%s', '%s']".formatted(line, next), "cd".repeat(32), ""));
    assertThat(both.ofLine(line)).isEqualTo(both.ofLine(next)).isPresent();
    assertThatThrownBy(() -> read(two.formatted(KEY, line, "cd".repeat(32), ", line: " + line)))
        .hasMessageContaining("each partner must have a name and keys of its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "partners: [{name: A}] | partners[0].fingerprint: must be there, but is missing",
        "partners: [{name: A, fingerprint: abc}] | partners[0].fingerprint: must be 64 hexadecimal digits",
        "partners: [{name: A, fingerprint: %s, former: x}] | partners[0].former: must be a list",
        "partners: [{name: A, fingerprint: %s, former: [x]}] | partners[0].former: must be 64 hexa",
        "partners: [{name: A, fingerprint: %s, line: x}] | partners[0].line: must be 64 hexa",
        "partners: [{name: A, fingerprint: %1$s, address: 'a.example.org:1'}] | partners[0].address: must be HOST:PORT beside",
        "partners: [{name: A, fingerprint: %1$s, line: %1$s, address: a.example.org}] | partners[0].address: must be",
        "partners: [{name: A, fingerprint: %1$s, line: %1$s, address: 'a:65536'}] | partners[0].address: must be",
        "partner: [] | partner is no known key",
        "per-week: 1 | per-week: must be",
      })
  void refusesWhatItCannotUseWithItsPlace(String yaml, String error) {
    assertThatThrownBy(() -> read(yaml.formatted(KEY)))
        .hasMessageStartingWith("deconflict.yaml: " + error);
  }

  @Test
  void refusesTwoPartnersOfOneKey() {
    String two = "partners: [{name: A, fingerprint: %1$s}, {name: B, fingerprint: %1$s}]";
    assertThatThrownBy(() -> read(two.formatted(KEY)))
        .hasMessageContaining("partners[1].name: each partner must have a name and keys");
  }

  private static DeconflictFile read(String yaml) {
    return DeconflictFile.read(YamlFile.parse(yaml, "deconflict.yaml"));
  }
}
