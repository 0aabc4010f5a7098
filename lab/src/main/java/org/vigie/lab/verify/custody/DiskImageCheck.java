package org.vigie.lab.verify.custody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.people.ApiTokens;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.EnrolmentCodes;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Console;

/**
 * A thief of a disk has each byte of a workspace, but not the key that lies elsewhere: what is
 * sealed or kept as a hash is looked for in every file, in each way in which it may be written, and
 * what the documents leave to the disk's own encryption is counted.
 */
final class DiskImageCheck implements Check {
  private static final int MOST_RUNS = 10;
  private static final String KEY = "elsewhere/seal.key";
  private static final String NAME = "vigie-workspace";

  /** How a hash of Argon2 begins (its reference implementation's encoding). */
  private static final String HASH = "$argon2";

  /** What a unit that names no key leaves to the disk, too. */
  private static final Set<String> PLAIN =
      Set.of("authenticators", "case files", "hashes of passwords");

  private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){2,}");

  /** What a thief looks for: its kind, and each text of it. */
  private record Sought(Map<String, List<String>> secrets, Map<String, List<String>> left) {
    Sought() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    void secret(String kind, String text) {
      secrets.computeIfAbsent(kind, any -> new ArrayList<>()).add(text);
    }

    void left(String kind, String text) {
      left.computeIfAbsent(kind, any -> new ArrayList<>()).add(text);
    }
  }

  @Override
  public String name() {
    return "disk-image";
  }

  @Override
  public String promise() {
    return "A stolen copy of a sealed workspace gives no case file, password, hash, authenticator,"
        + " session, code or token";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    int runs = Math.min(effort.runs(), MOST_RUNS);
    for (int run = 0; run < runs; run++) {
      watcher.at(run, runs);
      Path place = Files.createDirectories(folder.resolve("unit-" + run));
      Sought sought = new Sought();
      Workspace workspace = begun(place, random, sought);
      boolean isSealedLater = run % 2 == 0;
      Optional<SealingKey> key = isSealedLater ? Optional.empty() : key(workspace);
      work(workspace, key, random, sought);
      if (isSealedLater) {
        judgePlain(workspace.root(), sought, tally);
        new CommandChild(place).require(":", "seal");
      }
      Path image = place.resolve("image");
      copy(workspace.root(), image);
      judge(image, sought, tally);
    }
    return tally;
  }

  /** Makes a workspace that has read adverts, and whose key lies elsewhere. */
  private static Workspace begun(Path place, Random random, Sought sought) throws Exception {
    String word = text("advert", random);
    String phone = "+44 7700 900%03d".formatted(random.nextInt(1_000));
    sought.left("texts of adverts", word);
    sought.left("phones", phone.replace(" ", ""));
    Files.writeString(
        place.resolve("adverts.jsonl"),
        "{\"id\":\"1\",\"text\":\"Waiters wanted, %s, the boss keeps each passport, call %s\"}%n"
            .formatted(word, phone));
    CommandChild child = new CommandChild(place);
    child.require(":", "init", "--trial");
    child.require(":", "run", "--input", "adverts.jsonl", "--quiet");
    child.require(":", "seal", "--new-key", KEY);
    Workspace workspace = new Workspace(place.resolve(NAME));
    Files.writeString(
        workspace.config(),
        System.lineSeparator() + "files: {key: 'file:../%s'}%n".formatted(KEY),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    return workspace;
  }

  private static Optional<SealingKey> key(Workspace workspace) {
    return new KeySource("file:../" + KEY, workspace.root()).read(Map.of());
  }

  /** Does what people do in a console, and notes what nobody else may learn of it. */
  private static void work(
      Workspace workspace, Optional<SealingKey> key, Random random, Sought sought)
      throws Exception {
    try (LoadedConsole console = LoadedConsole.over(workspace, key)) {
      String name = text("officer", random);
      console.add(name, Role.CASE_LEAD);
      ConsoleVisitor visitor = console.signedIn(name);
      sought.left("names of accounts", name);
      sought.secret("passwords", LoadedConsole.PASSWORD);
      sought.secret("hashes of passwords", HASH);
      sought.secret("authenticators", console.secret());
      sought.secret("sessions", visitor.session());
      recoveryCodes(console, visitor, sought);
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
        caseFile(workspace, console, database, key, name, random, sought);
        sought.secret(
            "tokens",
            new ApiTokens(database, new SecureRandom(), console.clock())
                .make(
                    name,
                    "program",
                    EnumSet.of(Scope.ADVERTS),
                    "for the test",
                    Duration.ofDays(7)));
        sought.secret(
            "codes of invitations",
            new EnrolmentCodes(database, new SecureRandom(), console.clock())
                .grant(1, text("invited", random), name));
      }
    }
    for (String line : Files.readAllLines(workspace.root().resolveSibling(KEY))) {
      sought.secret("the key itself", line.strip());
    }
  }

  private static void recoveryCodes(LoadedConsole console, ConsoleVisitor visitor, Sought sought)
      throws Exception {
    console.pass(Duration.ofSeconds(31));
    HttpResponse<String> page =
        visitor.post(
            "/account/recovery",
            new HashMap<>(Map.of("password", LoadedConsole.PASSWORD, "code", console.code())));
    List<String> codes = RECOVERY.matcher(page.body()).results().map(MatchResult::group).toList();
    if (codes.isEmpty()) {
      throw new IOException("recovery codes must be shown, but were not: " + page.statusCode());
    }
    for (String code : codes) {
      sought.secret("recovery codes", code);
      sought.secret("recovery codes", code.replace("-", ""));
    }
  }

  private static void caseFile(
      Workspace workspace,
      LoadedConsole console,
      CaseDatabase database,
      Optional<SealingKey> key,
      String account,
      Random random,
      Sought sought)
      throws IOException {
    Cases cases = new Cases(database, console.clock());
    String title = text("operation", random);
    String id = cases.open(account, title);
    sought.left("titles of cases", title);
    CaseFile known = cases.find(account, id).orElseThrow();
    String witness = text("what a witness said of", random);
    Enclosures enclosures =
        new Enclosures(
            database, workspace.database().resolveSibling("enclosures"), console.clock(), key);
    enclosures.add(known, account, "statement.txt", witness.getBytes(StandardCharsets.UTF_8));
    sought.secret("case files", witness);
  }

  private static String text(String what, Random random) {
    return what.replace(' ', '-')
        + "-"
        + Long.toHexString(random.nextLong()).toLowerCase(Locale.ROOT);
  }

  /** What a thief takes: every file, as it is. */
  private static void copy(Path root, Path image) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path place : all.toList()) {
        Files.copy(place, image.resolve(root.relativize(place)));
      }
    }
  }

  /** What is looked for must be found where nothing is sealed, or the search finds nothing. */
  private static void judgePlain(Path root, Sought sought, Tally tally) throws IOException {
    Set<String> found = places(root, sought.secrets).keySet();
    tally.count("images without files.key", 1);
    tally.require(
        found.equals(PLAIN), "without files.key %s are readable, but %s were", PLAIN, found);
  }

  private static void judge(Path image, Sought sought, Tally tally) throws IOException {
    Map<String, Set<String>> found = places(image, sought.secrets);
    tally.count("images", 1);
    sought.secrets.forEach((kind, texts) -> {
      tally.count("secrets sought", texts.size());
      Set<String> places = found.getOrDefault(kind, Set.of());
      tally.count("found", places.size());
      tally.require(places.isEmpty(), "%s must be in no file, but are in %s", kind, places);
    });
    tally.count("kinds left to the disk", places(image, sought.left).size());
  }

  /** Returns the files in which texts of a kind stand, in whichever way. */
  private static Map<String, Set<String>> places(Path root, Map<String, List<String>> kinds)
      throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<String> contents = contents(file);
        kinds.forEach((kind, texts) -> {
          if (texts.stream()
              .flatMap(DiskImageCheck::written)
              .anyMatch(text -> contents.stream().anyMatch(content -> content.contains(text)))) {
            places
                .computeIfAbsent(kind, any -> new TreeSet<>())
                .add(root.relativize(file).toString());
          }
        });
      }
    }
    return places;
  }

  /** Returns what a file holds, as it is and unpacked, a sign a byte. */
  private static List<String> contents(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<String> contents = new ArrayList<>();
    contents.add(new String(bytes, StandardCharsets.ISO_8859_1));
    boolean isPacked = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    if (isPacked) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        contents.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** Returns the ways in which a text may be written, a sign a byte. */
  private static Stream<String> written(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        new String(bytes, StandardCharsets.ISO_8859_1),
        new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
        new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        HexFormat.of().formatHex(bytes));
  }
}
