package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.vigie.casework.custody.Backup;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.SealingKey;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.FolderTree;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.IndexCheck;

/** A flipped bit is found by what looks for it: of the index, the log, sealed files and backups. */
final class BitFlipCheck implements Check {
  /** Flips of each kind for each run: 20,000 in all at a thousand runs. */
  private static final int EACH = 5;

  @Override
  public String name() {
    return "bit-flips";
  }

  @Override
  public String promise() {
    return "Any flipped bit of index, log, sealed file or backup is found when it is looked for";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    LoadedConsole.start(workspace, 50).close();
    Path copy = folder.resolve("copy");
    new Backup(workspace).into(copy);
    WitnessedLog log = new WitnessedLog(folder.resolve("log"));
    log.append(20);
    SealingKey key = new SealingKey(new byte[SealingKey.BYTES]);
    byte[] sealed = key.seal("what a witness said".getBytes(StandardCharsets.UTF_8), "a place");
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      for (int i = 0; i < EACH; i++) {
        judge("index", any(workspace.index(), random), random, tally, () -> index(workspace));
        judge("log", log.log(), random, tally, () -> !log.verify().holds());
        judge("backup", any(copy, random), random, tally, () -> isRefused(copy, folder));
        sealed(key, sealed.clone(), random, tally);
      }
    }
    return tally;
  }

  /** Whether a flip is found. */
  @FunctionalInterface
  private interface Look {
    boolean finds() throws IOException;
  }

  private static void judge(String kind, Path file, Random random, Tally tally, Look look)
      throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, changed);
    boolean isFound = look.finds();
    Files.write(file, whole);
    tally.count(kind, 1);
    tally.count("found", isFound ? 1 : 0);
    tally.require(isFound, "a flipped bit of %s (%s) must be found, but wasn't", kind, file);
  }

  private static boolean index(Workspace workspace) {
    try {
      return !IndexCheck.problems(workspace.index()).isEmpty();
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private static boolean isRefused(Path copy, Path folder) throws IOException {
    Path restored = folder.resolve("restored");
    try {
      Backup.restore(copy, restored);
      FolderTree.delete(restored);
      return false;
    } catch (UserError | IOException e) {
      return true;
    }
  }

  private static void sealed(SealingKey key, byte[] bytes, Random random, Tally tally) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    boolean isFound;
    try {
      byte[] opened = key.open(bytes, "a place");
      isFound = opened.length == 0;
    } catch (IOException e) {
      isFound = true;
    }
    tally.count("sealed file", 1);
    tally.count("found", isFound ? 1 : 0);
    tally.require(isFound, "a flipped bit of a sealed file must be found, but wasn't");
  }

  /** Returns a file that holds something and isn't a lock. */
  private static Path any(Path folder, Random random) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> file.toFile().length() > 0)
              .sorted()
              .toList();
      return files.get(random.nextInt(files.size()));
    }
  }
}
