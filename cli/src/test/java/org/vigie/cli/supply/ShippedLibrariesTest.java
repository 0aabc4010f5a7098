package org.vigie.cli.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;

/** What is installed against {@code .ci/not-shipped.txt}. */
class ShippedLibrariesTest {
  @Test
  void noneThatNoRoleNeedsIsInstalled() throws Exception {
    List<String> files = ShippedLibrary.all().stream().map(ShippedLibrary::file).toList();

    assertThat(files).hasSizeGreaterThan(100).contains("vigie-web-0.2.0.jar");
    assertThat(files).filteredOn(unwanted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka_2.13-4.3.1.jar",
        "kafka-server-common-4.3.1.jar",
        "kafka-raft-4.3.1.jar",
        "scala-library-2.13.18.jar",
        "async-profiler-2.9.jar",
        "jetty-ee10-websocket-servlet-12.1.12.jar",
        "jetty-websocket-core-server-12.1.12.jar",
        "jetty-ee10-webapp-12.1.12.jar",
        "junit-jupiter-api-6.1.3.jar",
        "flink-runtime-2.3.0-tests.jar"
      })
  void brokersProfilersAndTestsAreTold(String file) throws Exception {
    assertThat(unwanted()).accepts(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka-clients-4.3.1.jar", "jetty-server-12.1.12.jar"})
  void whatRolesNeedIsNot(String file) throws Exception {
    assertThat(unwanted()).rejects(file);
  }

  @Test
  void aMissingListFailsWhereContinuousIntegrationRuns() throws Exception {
    assertThat(Readme.text(".ci/run")).contains("export VIGIE_SHIPPED=required");
    assertThatThrownBy(() -> ShippedLibrary.requireListed(false, "required"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ShippedLibrary.requireListed(false, ""))
        .isInstanceOf(RuntimeException.class);
  }

  private static Predicate<String> unwanted() throws Exception {
    List<Predicate<String>> patterns =
        Readme.text(".ci/not-shipped.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> Pattern.compile(line).asPredicate())
            .toList();
    return file -> patterns.stream().anyMatch(pattern -> pattern.test(file));
  }
}
