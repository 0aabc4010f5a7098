package org.vigie.cli.command.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;

/** An agency that compares its contacts with another's: a workspace with its keys. */
final class Comparer {
  private static final Pattern FINGERPRINT = Pattern.compile("Fingerprint: ([0-9a-f]{64})");

  final Path home;
  final Here here;
  final Workspace workspace;

  /** Of the key that signs. */
  final String key;

  /** Of the certificate that it shows on the line; empty if it has none. */
  final String line;

  private Comparer(Path home, Here here, boolean hasLine) throws IOException {
    this.home = Files.createDirectories(home);
    this.here = here.home(Readme.project());
    workspace = new Workspace(home.resolve("vigie-workspace"));
    run("init", "--trial");
    key = fingerprint("evidence", "key");
    line = hasLine ? fingerprint("request", "line") : "";
  }

  /** Makes one in a folder of its own, for which it is noon until it is told otherwise. */
  static Comparer atNoon(Path home) throws IOException {
    return new Comparer(home, Here.in(home), false);
  }

  /** Makes one in a folder of its own that can be called now. */
  static Comparer onALine(Path home) throws IOException {
    return new Comparer(home, Here.in(home).onRealTime(), true);
  }

  private String fingerprint(String... words) {
    Matcher found = FINGERPRINT.matcher(run(words));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Lets it answer another agency, by as many contacts a week. */
  void knows(String name, Comparer other, int perWeek) throws IOException {
    Files.writeString(
        workspace.root().resolve("deconflict.yaml"),
        """
        desk: 'The desk that holds it, +44 7700 900001'
        partners:
          - name: %s
            fingerprint: %s
            per-week: %d
        %s
        """
            .formatted(
                name, other.key, perWeek, other.line.isEmpty() ? "" : "    line: " + other.line));
  }

  String run(String... words) {
    assertThat(here.vigie(words)).as("%s %s", List.of(words), here.err()).isZero();
    return here.out();
  }

  /** Writes a file of invented contacts, those of some numbers. */
  String contacts(int from, int to) throws IOException {
    return Files.writeString(
            home.resolve("contacts-" + from),
            IntStream.range(from, to)
                .mapToObj("phone:+3363998%06d\n"::formatted)
                .collect(Collectors.joining()))
        .toString();
  }

  /** Asks another agency about contacts of some numbers, in a file of this one. */
  void ask(String to, String file, int from, int until) throws IOException {
    run("deconflict", "ask", "--contacts", contacts(from, until), "--to", to, "--out", file);
  }

  void decide(long export, boolean granted) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      assertThat(
              new ExportRequests(database, here.environment().clock())
                  .decide("eva", export, granted))
          .isTrue();
    }
  }

  String audit() throws IOException {
    return Files.readString(workspace.audit().resolve("audit.jsonl"));
  }
}
