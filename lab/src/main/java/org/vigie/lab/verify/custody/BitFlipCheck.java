package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.BackupSeal;
import org.vigie.casework.custody.BackupSignature;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.seal.SealingKey;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A flipped bit of anything that is stored is found before it is shown, or makes no difference to
 * what is shown: twenty flips a run, 20,000 at a thousand runs.
 */
final class BitFlipCheck implements Check {
  private static final int ADVERTS = 50;
  private static final int PAGES = 5;
  private static final int LINES = 20;
  private static final String ADVERT = "a-0123456789abcdef0123";

  @Override
  public String name() {
    return "bit-flips";
  }

  @Override
  public String promise() {
    return "A flipped bit of index, state, database, capture, log, model, frontier, backup or"
        + " sealed file is found or without effect, and none is served";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    List.of("found", "without effect", BitFlips.BROKE_OFF, BitFlips.SERVED)
        .forEach(outcome -> tally.count(outcome, 0));
    Random random = new Random(effort.seed());
    Map<BitFlips, Integer> flips = flips(folder, tally);
    Path copy = folder.resolve("copy");
    Path keys = folder.resolve("keys");
    BackupSeal seal =
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl")));
    new Backup(new Workspace(folder.resolve("workspace")), seal).into(copy);
    SealingKey key = new SealingKey(new byte[SealingKey.BYTES]);
    byte[] sealed = key.seal("what a witness said".getBytes(StandardCharsets.UTF_8), "a place");
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      for (Map.Entry<BitFlips, Integer> each : flips.entrySet()) {
        for (int i = 0; i < each.getValue(); i++) {
          each.getKey().flip(random);
        }
      }
      backup(copy, folder.resolve("restored"), random, tally);
      sealed(key, sealed.clone(), random, tally);
    }
    return tally;
  }

  /** Returns what is flipped, and how often each run. */
  private static Map<BitFlips, Integer> flips(Path folder, Tally tally) throws Exception {
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    LoadedConsole.start(workspace, ADVERTS).close();
    Map<BitFlips, Integer> flips = new LinkedHashMap<>();
    flips.put(new BitFlips(new ShownIndex(workspace), tally), 4);
    flips.put(new BitFlips(ShownState.in(folder.resolve("state"), models()), tally), 1);
    flips.put(new BitFlips(ShownCases.in(folder.resolve("cases")), tally), 4);
    flips.put(new BitFlips(captures(folder), tally), 3);
    flips.put(new BitFlips(log(folder), tally), 3);
    flips.put(new BitFlips(models(folder), tally), 2);
    flips.put(new BitFlips(ShownFrontier.in(folder.resolve("frontier")), tally), 1);
    return flips;
  }

  private static StoredView captures(Path folder) throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (int page = 0; page < PAGES; page++) {
      Files.writeString(
          pages.resolve("page-" + page + ".html"), "<p>Invented page, read by nobody: " + page);
    }
    Clock clock = Clock.fixed(WitnessedLog.START, ZoneOffset.UTC);
    Mandate mandate = SyntheticMandate.forTrial("custody", clock.instant());
    Path captures = Files.createDirectories(folder.resolve("captures"));
    HtmlImport.wrap(pages, captures.resolve("invented.warc.gz"), mandate, clock);
    return new ShownCaptures(captures);
  }

  private static StoredView log(Path folder) {
    WitnessedLog log = new WitnessedLog(folder.resolve("log"));
    log.append(LINES);
    log.appendShown(ADVERT, LINES);
    return new ShownLog(log.audit(), log.trail(), ADVERT);
  }

  private static Path models() {
    return Path.of(System.getProperty("vigie.home", "")).toAbsolutePath().resolve("models");
  }

  /** Copies the models that ship, and approves them. */
  private static StoredView models(Path folder) throws IOException {
    Path models = folder.resolve("models");
    ShownState.copy(models(), models);
    Workspace approving = new Workspace(folder.resolve("approving"));
    ApprovedModels.of(approving).approve(models);
    return new ShownModels(approving, models);
  }

  private static void backup(Path copy, Path restored, Random random, Tally tally)
      throws IOException {
    Path file;
    try (Stream<Path> walk = Files.walk(copy)) {
      var files = walk.filter(each -> each.toFile().isFile() && each.toFile().length() > 0);
      var sorted = files.sorted().toList();
      file = sorted.get(random.nextInt(sorted.size()));
    }
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    flip(changed, random);
    Files.write(file, changed);
    boolean isFound = false;
    try {
      Backup.restore(copy, restored, BackupSignature.Demand.SIGNED);
      FolderTree.delete(restored);
    } catch (UserError | IOException e) {
      isFound = true;
    }
    Files.write(file, whole);
    count("backup", isFound, tally);
  }

  private static void sealed(SealingKey key, byte[] bytes, Random random, Tally tally) {
    flip(bytes, random);
    boolean isFound;
    try {
      isFound = key.open(bytes, "a place").length == 0;
    } catch (IOException e) {
      isFound = true;
    }
    count("sealed file", isFound, tally);
  }

  private static void flip(byte[] bytes, Random random) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
  }

  private static void count(String kind, boolean isFound, Tally tally) {
    tally.count(kind, 1);
    tally.count(isFound ? "found" : BitFlips.SERVED, 1);
    tally.require(isFound, "a flipped bit of a %s must be found, but wasn't", kind);
  }
}
