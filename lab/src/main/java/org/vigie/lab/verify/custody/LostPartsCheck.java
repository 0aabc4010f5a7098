package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.casework.people.ChangeCount;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A workspace that lost a part says which, and names the command that has it back; with what that
 * command brings, all that was found before is found again.
 */
final class LostPartsCheck implements Check {
  private static final int MOST_RUNS = 100;
  private static final String RESTORE = "./vigie restore --from BACKUP --to DIR";
  private static final Pattern ADVERT = Pattern.compile("a-[0-9a-f]{20}");
  private static final String[] RUN = {"run", "--quiet", "--input", "more.jsonl"};
  private static final String[] SEARCH = {"search", "warehouse", "--json"};

  /** A part, the commands that miss it, and how they end. */
  private enum Part {
    SAVEPOINT("savepoints damaged", 4, List.of("index", "state"), RUN),
    INDEX("indexes lost", 4, List.of("index", "state"), SEARCH, RUN),
    /** Nothing is lost for good: the inputs are read again, and that is said. */
    STATE("states lost", 0, List.of("index", "state"), RUN),
    DATABASE("databases lost", 4, List.of("console"), SEARCH, RUN);

    private final String counted;
    private final int code;
    private final List<String> folders;
    private final String[][] commands;

    /**
     * @param code how the commands end
     * @param folders what is taken of the backup
     */
    Part(String counted, int code, List<String> folders, String[]... commands) {
      this.counted = counted;
      this.code = code;
      this.folders = folders;
      this.commands = commands;
    }
  }

  @Override
  public String name() {
    return "lost-parts";
  }

  @Override
  public String promise() {
    return "Where savepoint, index, state or database is lost, the restore is named and finds all again";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    CommandLineUser user = new CommandLineUser(folder, "typist", Clock.systemUTC());
    user.require("init", "--trial");
    FullDiskCommandsCheck.adverts(folder.resolve("adverts.jsonl"), 0);
    user.require("run", "--quiet", "--input", "adverts.jsonl");
    Set<String> found = found(user);
    user.require("restrict", found.iterator().next(), "--why", "invented");
    user.require("backup", "--to", "copy");
    Path root = user.workspace().root();
    Path whole = folder.resolve("whole");
    copy(root, whole);
    FullDiskCommandsCheck.adverts(folder.resolve("more.jsonl"), found.size());
    user.require(RUN);
    Set<String> known = found(user);
    FolderTree.delete(root);
    int runs = Math.min(effort.runs(), MOST_RUNS);
    for (int run = 0; run < runs; run++) {
      watcher.at(run, runs);
      Part part = Part.values()[run % Part.values().length];
      copy(whole, root);
      ChangeCount.forget(user.workspace().database());
      lose(part, user.workspace(), random);
      for (String[] command : part.commands) {
        judge(part, command, user, tally);
      }
      tally.count(part.counted, 1);
      takeOfBackup(part, user, folder);
      CommandLineUser.Ended again = user.type(RUN);
      boolean isWhole =
          again.code() == 0 && !again.err().contains(RESTORE) && found(user).equals(known);
      tally.require(isWhole, "all must be found once it is restored (%s)", part.counted);
      tally.count("restored", isWhole ? 1 : 0);
      FolderTree.delete(root);
    }
    return tally;
  }

  private static void lose(Part part, Workspace workspace, Random random) throws IOException {
    switch (part) {
      case SAVEPOINT -> damage(workspace.state().resolve("savepoints"), random);
      case INDEX -> FolderTree.delete(workspace.index());
      case STATE -> FolderTree.delete(workspace.state());
      case DATABASE -> Files.delete(workspace.database());
    }
  }

  /** Flips a bit of any file of a savepoint. */
  private static void damage(Path savepoints, Random random) throws IOException {
    try (Stream<Path> walk = Files.walk(savepoints)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      Path file = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
    }
  }

  private static void judge(Part part, String[] command, CommandLineUser user, Tally tally)
      throws IOException {
    CommandLineUser.Ended ended = user.type(command);
    boolean isNamed = ended.err().contains(RESTORE);
    tally.count("restore named", isNamed ? 1 : 0);
    tally.require(
        ended.code() == part.code && isNamed,
        "%s must end with %d and name the restore (%s), but ended with %d: %s",
        command[0],
        part.code,
        part.counted,
        ended.code(),
        ended.err().strip());
    tally.require(
        part != Part.DATABASE || Files.notExists(user.workspace().database()),
        "%s must make no other database, but did",
        command[0]);
  }

  /** Does what the message says. */
  private static void takeOfBackup(Part part, CommandLineUser user, Path folder)
      throws IOException {
    Path restored = folder.resolve("restored");
    user.require("restore", "--from", "copy", "--to", "restored");
    for (String name : part.folders) {
      Path own = user.workspace().root().resolve(name);
      FolderTree.delete(own);
      Files.move(restored.resolve(name), own);
    }
    FolderTree.delete(restored);
    ChangeCount.forget(user.workspace().database());
  }

  /** Returns the ids of what a search finds. */
  private static Set<String> found(CommandLineUser user) throws IOException {
    CommandLineUser.Ended ended = user.type(SEARCH);
    if (ended.code() != 0) {
      throw new IOException("search must end well, but didn't: " + ended.err().strip());
    }
    return ADVERT
        .matcher(ended.out())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void copy(Path folder, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted().toList()) {
        Files.copy(
            file,
            to.resolve(folder.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
