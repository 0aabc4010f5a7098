package org.vigie.casework.environment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.vigie.casework.environment.Environment.Terminals;
import org.vigie.cli.Vigie;

/** Surroundings in a folder of a test, whose output it can read. */
public final class Here {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private Path home;
  private String user = "analyst";
  private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private byte[] in = {};
  private boolean typing;
  private boolean onTerminal;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Here(Path folder) {
    this.folder = folder;
    home = folder.resolve("home");
  }

  public static Here in(Path folder) {
    return new Here(folder);
  }

  public Here home(Path value) {
    home = value;
    return this;
  }

  public Here at(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    return this;
  }

  public Here onRealTime() {
    clock = Clock.systemUTC();
    return this;
  }

  public Here with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** The operating system's user. */
  public Here user(String value) {
    user = value;
    return this;
  }

  /** What is piped in. */
  public Here piped(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    typing = false;
    return this;
  }

  /** What a person types. */
  public Here typed(String text) {
    piped(text);
    typing = true;
    return this;
  }

  /** Output is read by a person, without colours. */
  public Here onTerminal() {
    onTerminal = true;
    variables.put("NO_COLOR", "1");
    return this;
  }

  public Environment environment() {
    return new Environment(
        home,
        folder,
        variables,
        user,
        clock,
        new Environment.Streams(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Terminals(typing, onTerminal, false)));
  }

  /** Forgets what was printed. */
  public void forget() {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
  }

  /** Carries out a command and returns its exit code; what was printed before is forgotten. */
  public int vigie(String... words) {
    forget();
    return Vigie.execute(environment(), words);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }
}
