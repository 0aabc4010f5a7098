package org.vigie.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The TCP addresses on which this process listens, as Linux tells them. */
final class ListeningSockets {
  private static final String LISTEN = "0A";

  private ListeningSockets() {}

  /**
   * Returns addresses such as {@code 127.0.0.1:8081}; an IPv6 address keeps its hexadecimal form.
   */
  static Set<String> ofThisProcess() {
    try {
      Set<String> own = socketsOfThisProcess();
      Set<String> addresses = new TreeSet<>();
      for (String table : List.of("tcp", "tcp6")) {
        for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
          String[] columns = line.strip().split("\\s+");
          if (columns.length > 9 && columns[3].equals(LISTEN) && own.contains(columns[9])) {
            addresses.add(address(columns[1]));
          }
        }
      }
      return addresses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> socketsOfThisProcess() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        String target = target(descriptor);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  private static String target(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return ""; // closed since it was listed
    }
  }

  private static String address(String hex) {
    String host = hex.substring(0, hex.indexOf(':'));
    int port = Integer.parseInt(hex.substring(hex.indexOf(':') + 1), 16);
    // IPv4 in an IPv6 table stands after a prefix of zeros and FFFF; the bytes of each word are
    // reversed.
    String v4 = host.startsWith("0000000000000000FFFF0000") ? host.substring(24) : host;
    if (v4.length() != 8) {
      return host + ":" + port;
    }
    StringBuilder dotted = new StringBuilder();
    for (int i = 6; i >= 0; i -= 2) {
      dotted
          .append(dotted.isEmpty() ? "" : ".")
          .append(Integer.parseInt(v4.substring(i, i + 2), 16));
    }
    return dotted + ":" + port;
  }
}
