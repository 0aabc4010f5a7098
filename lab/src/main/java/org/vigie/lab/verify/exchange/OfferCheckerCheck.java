package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** The offer checker keeps nothing of a text: in no file, in no output, not in its memory. */
final class OfferCheckerCheck implements Check {
  private static final String MARKER = "Quibblewickstadt";
  private static final List<String> STRACE =
      List.of(
          "strace",
          "--seccomp-bpf",
          "-f",
          "-yy",
          "-s",
          "100000",
          "-e",
          "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,connect",
          "-o");

  private final Path home;

  /**
   * @param home of Vigie
   */
  OfferCheckerCheck(Path home) {
    this.home = home;
  }

  @Override
  public String name() {
    return "offer-checker";
  }

  @Override
  public String promise() {
    return "Nothing is left of a text";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    watcher.at(0, 2);
    leavings(Files.createDirectories(folder.resolve("kept")), effort.runs(), tally);
    watcher.at(1, 2);
    if (OfferCheckerTrial.isInstalled("strace")) {
      calls(Files.createDirectories(folder.resolve("traced")), tally);
    } else {
      tally.count("calls skipped, without strace", 1);
    }
    return tally;
  }

  /** Sends texts, also such as fail or are refused, and looks for them everywhere. */
  private void leavings(Path folder, int runs, Tally tally) throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path output = folder.resolve("output.txt");
    String text = "We+need+a+waitress+in+" + MARKER + ".+Your+passport+will+be+kept";
    try (OfferCheckerTrial checker = new OfferCheckerTrial(home, work, output, List.of())) {
      for (int i = 0; i < runs; i++) {
        String answer = checker.post("", "text=" + text + "&lang=en");
        tally.require(
            i > 0 || answer.contains("Your passport will be kept"), "a text must be answered");
      }
      checker.post("", "text=" + MARKER + "%zz&lang=" + MARKER + "&country=" + MARKER);
      checker.post("", "text=" + (MARKER + "+").repeat(20_000));
      checker.post("?lang=xx", MARKER);
      tally.count("texts", runs + 3L);
      tally.count("heaps searched", checker.dumpHeap(folder.resolve("heap.hprof")) ? 1 : 0);
    }
    List<Path> searched = files(folder);
    List<Path> holding = new ArrayList<>();
    for (Path file : searched) {
      if (holdsMarker(file)) {
        holding.add(folder.relativize(file));
      }
    }
    try (Stream<Path> left = Files.list(work)) {
      left.filter(path -> !path.endsWith("tmp")).forEach(holding::add);
    }
    tally.count("files searched", searched.size());
    tally.count("found", holding.size());
    tally.require(holding.isEmpty(), "nothing must be left of a text, but is in %s", holding);
    Files.deleteIfExists(folder.resolve("heap.hprof"));
  }

  /** Sockets aside, no system call may write the text, and none may call another host. */
  private void calls(Path folder, Tally tally) throws Exception {
    Path trace = folder.resolve("trace.txt");
    List<String> strace = Stream.concat(STRACE.stream(), Stream.of(trace.toString())).toList();
    Path work = Files.createDirectory(folder.resolve("work"));
    try (OfferCheckerTrial checker =
        new OfferCheckerTrial(home, work, folder.resolve("output.txt"), strace)) {
      checker.post("", "text=The+boss+of+" + MARKER + "+keeps+our+passports&lang=" + MARKER);
      String answer = checker.post("", "text=The+boss+keeps+our+passports+" + MARKER + "&lang=en");
      tally.require(answer.contains(MARKER), "a text must be shown to who sent it");
    }
    List<String> calls = Files.readAllLines(trace);
    List<String> of = calls.stream().filter(call -> call.contains(MARKER)).toList();
    long elsewhere =
        of.stream().filter(call -> !call.matches("\\d+ +\\w+\\(\\d+<TCP(v6)?:.*")).count()
            + calls.stream().filter(call -> call.matches("\\d+ +connect\\(.*AF_INET6?,.*")).count();
    tally.count("calls seen", calls.size());
    tally.count("calls elsewhere", elsewhere);
    tally.require(!of.isEmpty(), "the answer must be seen in a system call, but isn't");
    tally.require(elsewhere == 0, "%d calls must not have been made", elsewhere);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Returns whether a file holds the marker, in one or two bytes a letter. */
  private static boolean holdsMarker(Path file) throws IOException {
    String last = "";
    byte[] part = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(part, 0, part.length);
          n > 0;
          n = in.readNBytes(part, 0, part.length)) {
        String content = last + new String(part, 0, n, StandardCharsets.ISO_8859_1);
        if (content.contains(MARKER) || content.replace("\0", "").contains(MARKER)) {
          return true;
        }
        last = content.substring(Math.max(0, content.length() - 2 * MARKER.length()));
      }
    }
    return false;
  }
}
