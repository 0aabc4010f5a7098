package org.vigie.cli.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;
import org.vigie.files.digest.Sha256;

/** What is installed against {@code .mvn/checksums}, which {@code .ci/checksums} renews. */
class ShippedChecksumsTest {
  @Test
  void everyLibraryIsTheOneThatIsTrusted() throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (ShippedLibrary library : ShippedLibrary.all()) {
      if (!library.isOurs()) {
        found.put(library.path(), Sha256.of(library.from()).substring("sha256:".length()));
      }
    }

    assertThat(found).hasSizeGreaterThan(100);
    assertThat(trusted())
        .as("after a version was lifted on purpose: .ci/checksums, and read what changed")
        .containsAllEntriesOf(found);
  }

  private static Map<String, String> trusted() throws Exception {
    return Readme.text(".mvn/checksums/checksums.sha256")
        .lines()
        .map(line -> line.split(" {2}"))
        .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0], (a, b) -> b, TreeMap::new));
  }
}
