package org.vigie.casework.environment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a command takes from outside.
 *
 * @param home folder of the project, which holds {@code models/}
 * @param folder the folder that relative paths start from
 * @param variables environment variables
 * @param user name of the operating system's user
 * @param clock the time
 * @param streams the standard streams
 */
public record Environment(
    Path home,
    Path folder,
    Map<String, String> variables,
    String user,
    Clock clock,
    Streams streams) {
  private static final String ROOT = "root";

  /** Users that several people are by sudo: the second is the one that the package makes. */
  private static final Set<String> SHARED = Set.of(ROOT, "vigie");

  /** Whoever is logged with the user that they were under sudo. */
  private static final Pattern AS_USER = Pattern.compile("([^ (]+) \\(([^()]+)\\)");

  /** Names of users, as {@code useradd} and directories allow them. */
  private static final Pattern USER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.@-]{0,63}");

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * The standard streams.
   *
   * @param in standard input
   * @param out standard output, UTF-8
   * @param err standard error, UTF-8
   * @param terminals which of the three are terminals
   */
  public record Streams(InputStream in, PrintStream out, PrintStream err, Terminals terminals) {}

  /** Which of the standard streams a person looks at or types into. */
  public record Terminals(boolean in, boolean out, boolean err) {
    /** Returns the terminals that the launcher saw, such as {@code 012} for all three. */
    public static Terminals of(String descriptors) {
      return new Terminals(
          descriptors.contains("0"), descriptors.contains("1"), descriptors.contains("2"));
    }
  }

  /** Returns what this process has, as the launcher describes them in system properties. */
  public static Environment ofThisProcess() {
    return new Environment(
        Path.of(System.getProperty("vigie.home", "")).toAbsolutePath().normalize(),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        // As the system says, not as an option of Java's does.
        ProcessHandle.current()
            .info()
            .user()
            .orElseGet(() -> System.getProperty("user.name", "unknown")),
        Clock.systemUTC(),
        new Streams(
            System.in,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            Terminals.of(System.getProperty("vigie.terminals", ""))));
  }

  /**
   * Returns the person who sits here: where several share a user, root or the service's, whoever
   * typed the command under sudo. Root names nobody, as {@code sudo sudo} would. Whoever may be one
   * of these users can say anything there; of any other user, the variable is not believed.
   */
  public String person() {
    String typed = variables.getOrDefault("SUDO_USER", "");
    boolean isBelieved = SHARED.contains(user) && !typed.equals(ROOT);
    return isBelieved && USER.matcher(typed).matches() ? typed : user;
  }

  /** Returns who the audit log says it was: of a person under sudo, both. */
  public String logged() {
    return person().equals(user) ? user : "%s (%s)".formatted(person(), user);
  }

  /**
   * Returns whether what was logged may have been typed by the person who sits here: also where one
   * of them was the other's user, as whoever is that user can say anything of who they are.
   */
  public boolean mayBe(String logged) {
    Matcher both = AS_USER.matcher(logged);
    boolean isUnderSudo = both.matches();
    String one = person(logged);
    String as = isUnderSudo ? both.group(2) : logged;
    return one.equals(person()) || one.equals(user) || as.equals(person());
  }

  /** Returns the person of whom the audit log said it. */
  public static String person(String logged) {
    Matcher both = AS_USER.matcher(logged);
    return both.matches() ? both.group(1) : logged;
  }

  /**
   * Returns the folder of data that is not part of the repository: where {@code VIGIE_SHARED} says,
   * or beside the project. It need not be there.
   */
  public Path sharedData() {
    String given = variables.getOrDefault("VIGIE_SHARED", "");
    Path shared = given.isBlank() ? home.resolveSibling("shared") : path(given);
    return shared.resolve("data");
  }

  /** Returns standard input. */
  public InputStream in() {
    return streams.in();
  }

  /** Returns standard output, UTF-8. */
  public PrintStream out() {
    return streams.out();
  }

  /** Returns standard error, UTF-8. */
  public PrintStream err() {
    return streams.err();
  }

  /** Returns which of the standard streams are terminals. */
  public Terminals terminals() {
    return streams.terminals();
  }

  /** Returns whether standard output may be coloured. */
  public boolean colours() {
    return terminals().out() && variables.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Returns the path that a word on the command line names. */
  public Path path(String word) {
    return folder.resolve(word).normalize();
  }

  /** Returns a path as a person here would type it. */
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    if (!absolute.startsWith(folder)) {
      return absolute.toString();
    }
    String relative = folder.relativize(absolute).toString();
    return relative.isEmpty() ? "." : relative;
  }

  /** Returns the same, which says on standard error what it would on standard output. */
  public Environment sayingOnErr() {
    Streams onErr = new Streams(in(), err(), err(), terminals());
    return new Environment(home, folder, variables, user, clock, onErr);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
