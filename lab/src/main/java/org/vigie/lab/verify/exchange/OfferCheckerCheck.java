package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * The offer checker keeps nothing of a text, in no file, in no output, not in its memory, and
 * fetches none of its links.
 */
final class OfferCheckerCheck implements Check {
  private static final String MARKER = "Quibblewickstadt";

  /** A fetch after the answer would still be one. */
  private static final int LONGEST_CALL_MILLIS = 2_000;

  private static final List<String> STRACE =
      List.of(
          "strace",
          "--seccomp-bpf",
          "-f",
          "-yy",
          "-s",
          "100000",
          "-e",
          "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,sendmmsg,connect",
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
    return "Nothing is left of a text, and none of its links is fetched";
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
    try (OfferCheckerTrial checker = new OfferCheckerTrial(home, work, output, List.of());
        ServerSocket linked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < runs; i++) {
        String answer = checker.post("", "text=" + text + "&lang=en");
        tally.require(
            i > 0 || answer.contains("Your passport will be kept"), "a text must be answered");
      }
      tally.require(
          checker.post("", "lang=en&text=" + withLinks(linked)).contains(MARKER),
          "a text with links must be shown to who sent it");
      checker.post("", "text=" + MARKER + "%zz&lang=" + MARKER + "&country=" + MARKER);
      checker.post("", "text=" + (MARKER + "+").repeat(20_000));
      checker.post("?lang=xx", MARKER);
      tally.count("texts", runs + 4L);
      boolean isFetched = isCalled(linked);
      tally.count("links fetched", isFetched ? 1 : 0);
      tally.require(!isFetched, "a link in a text must not be fetched, but was");
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

  /**
   * Returns a form's text with a link to an open port of this machine and one to a name that only a
   * look-up could tell anything of.
   */
  private static String withLinks(ServerSocket linked) {
    String text =
        "Your passport will be kept in %1$s. Apply at http://127.0.0.1:%2$d/ or https://%1$s.example.org/"
            .formatted(MARKER, linked.getLocalPort());
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean isCalled(ServerSocket linked) throws IOException {
    linked.setSoTimeout(LONGEST_CALL_MILLIS);
    try (Socket call = linked.accept()) {
      return call.isConnected();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /**
   * Returns whether a call leads to another host or asks one for a name, by UDP. What asks a
   * service of this machine for the name in a link writes the text elsewhere, and is seen by that.
   */
  private static boolean isElsewhere(String call) {
    return call.matches("\\d+ +connect\\(.*AF_INET6?,.*")
        || call.matches("\\d+ +\\w+\\(\\d+<UDP(v6)?:.*");
  }

  /** Sockets aside, no system call may write the text, and none may call another host. */
  private void calls(Path folder, Tally tally) throws Exception {
    Path trace = folder.resolve("trace.txt");
    List<String> strace = Stream.concat(STRACE.stream(), Stream.of(trace.toString())).toList();
    Path work = Files.createDirectory(folder.resolve("work"));
    try (OfferCheckerTrial checker =
            new OfferCheckerTrial(home, work, folder.resolve("output.txt"), strace);
        ServerSocket linked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      checker.post("", "text=The+boss+of+" + MARKER + "+keeps+our+passports&lang=" + MARKER);
      String answer = checker.post("", "text=The+boss+keeps+our+passports+" + MARKER + "&lang=en");
      tally.require(answer.contains(MARKER), "a text must be shown to who sent it");
      checker.post("", "lang=en&text=" + withLinks(linked));
    }
    List<String> calls = Files.readAllLines(trace);
    List<String> of = calls.stream().filter(call -> call.contains(MARKER)).toList();
    long elsewhere =
        of.stream().filter(call -> !call.matches("\\d+ +\\w+\\(\\d+<TCP(v6)?:.*")).count()
            + calls.stream().filter(OfferCheckerCheck::isElsewhere).count();
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
