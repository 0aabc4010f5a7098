package org.vigie.casework.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OnDisk;
import org.vigie.files.owner.OwnerOnly;

/**
 * Where letters of partners arrive from their consoles. They lie in a folder until somebody opens
 * them: what is in them, whoever sent them, is checked there.
 */
public final class LetterLine implements AutoCloseable {
  /** More aren't taken before some were opened. */
  static final int MOST_WAITING = 100;

  /** Of these, one partner's at most: nobody fills the box for the others. */
  static final int MOST_OF_PARTNER = 20;

  /** Of a certificate's fingerprint, in the names of what came from there. */
  private static final int DIGITS = 16;

  /** A letter is opened beside itself. */
  private static final int ROOM = 2;

  private static final String REFUSED = "refused";
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** Those who haven't shown yet who they are: strangers get no further than this. */
  private static final int GREETED = 64;

  static final int GREETED_OF_ADDRESS = 8;
  private static final Duration GREETING = Duration.ofSeconds(5);

  /** Letters that are read at once; each partner has places that no other one can take. */
  private static final int READ = 1_024;

  private static final int READ_OF_PARTNER = 2;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final SSLContext tls;
  private final ServerSocket server;
  private final Path folder;
  private final Receipt receipt;
  private final LinePlaces greeted = new LinePlaces(GREETED, GREETED_OF_ADDRESS);
  private final LinePlaces read = new LinePlaces(READ, READ_OF_PARTNER);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor();

  /** Is told of each letter before it is kept; if it throws, the letter isn't. */
  @FunctionalInterface
  public interface Receipt {
    /**
     * @param certificate SHA-256 of what the sender showed
     * @param hash {@code sha256:} of the file
     * @param place where it is going to lie
     */
    void arriving(String certificate, String hash, Path place);

    /**
     * Is told that a letter isn't taken.
     *
     * @param certificate SHA-256 of what the sender showed
     * @param why what must hold, and what was found
     */
    default void refusing(String certificate, String why) {}
  }

  private LetterLine(SSLContext tls, ServerSocket server, Path folder, Receipt receipt) {
    this.tls = tls;
    this.server = server;
    this.folder = folder;
    this.receipt = receipt;
  }

  /**
   * Begins to take letters.
   *
   * @param tls takes partners' certificates alone
   * @param port to listen on; 0 for any that is free
   * @param folder where letters lie, its owner's alone
   */
  public static LetterLine start(
      SSLContext tls, String host, int port, Path folder, Receipt receipt) throws IOException {
    OwnerOnly.folder(folder);
    ServerSocket server = new ServerSocket();
    try {
      // Whoever has the port already is taking letters: their parts are theirs.
      server.bind(new InetSocketAddress(host, port));
      forgetParts(folder);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    LetterLine line = new LetterLine(tls, server, folder, receipt);
    line.workers.execute(line::accept);
    return line;
  }

  /** Deletes what a run that was killed had not taken whole. */
  private static void forgetParts(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "letter-*.part")) {
      for (Path part : left) {
        Files.delete(part);
      }
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        String address = socket.getInetAddress().getHostAddress();
        if (greeted.take(address)) {
          workers.execute(() -> serve(socket, address));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        // Closed, somebody who went before they were let in, or too much is open: not at once
        // again.
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void serve(Socket plain, String address) {
    ScheduledFuture<?> end = endAfter(GREETING, plain);
    boolean isGreeted = true;
    try (plain;
        SSLSocket socket =
            (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true)) {
      socket.setUseClientMode(false);
      socket.setSSLParameters(LineTls.parameters());
      socket.setSoTimeout((int) SILENCE.toMillis());
      socket.startHandshake();
      end.cancel(false);
      end = endAfter(TRANSFER, plain);
      greeted.leave(address);
      isGreeted = false;
      serve(socket, LineTls.peer(socket.getSession()));
    } catch (IOException | RuntimeException e) {
      // A stranger, or a line that broke: nothing is kept, and the sender isn't told it was.
    } finally {
      end.cancel(false);
      if (isGreeted) {
        greeted.leave(address);
      }
    }
  }

  private void serve(SSLSocket partner, String certificate) throws IOException {
    if (!read.take(certificate)) {
      return; // sends letters already, as many at once as it may
    }
    try {
      LineFrame.line(partner.getOutputStream(), take(partner.getInputStream(), certificate));
    } finally {
      read.leave(certificate);
    }
  }

  private ScheduledFuture<?> endAfter(Duration time, Socket socket) {
    return ends.schedule(
        () -> {
          socket.close();
          return true;
        },
        time.toSeconds(),
        TimeUnit.SECONDS);
  }

  private String take(InputStream in, String certificate) throws IOException {
    long length = LineFrame.head(in);
    String sender = "-" + certificate.substring(0, DIGITS) + ".p7m";
    if (!hasRoom(certificate, sender, length)) {
      in.skipNBytes(length); // what isn't read breaks the line before the sender hears why
      return REFUSED;
    }
    Path part = Files.createTempFile(folder, "letter-", ".part");
    try {
      String hash = copy(in, length, part);
      Path place = folder.resolve(hash.substring(hash.indexOf(':') + 1) + sender);
      if (!mayArrive(certificate, hash, place)) {
        return REFUSED;
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      OnDisk.folder(folder); // or a loss of power could take what we say is kept
      return "kept " + hash;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private boolean hasRoom(String certificate, String sender, long length) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String why = "";
    if (waiting("") >= MOST_WAITING || waiting(sender) >= MOST_OF_PARTNER) {
      why =
          "at most %d letters, %d of one partner, must wait, but so many do; open some"
              .formatted(MOST_WAITING, MOST_OF_PARTNER);
    } else if (free / ROOM < length) {
      why =
          "%d bytes must be free for a letter of %d, but %d are"
              .formatted(ROOM * length, length, free);
    }
    if (!why.isEmpty()) {
      receipt.refusing(certificate, why);
    }
    return why.isEmpty();
  }

  private boolean mayArrive(String certificate, String hash, Path place) {
    try {
      receipt.arriving(certificate, hash, place);
      return true;
    } catch (RuntimeException e) {
      return false; // whoever is told says so here; the sender hears it in one word
    }
  }

  private long waiting(String end) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.filter(one -> one.toString().endsWith(end)).count();
    }
  }

  private static String copy(InputStream in, long length, Path part) throws IOException {
    MessageDigest digest = Sha256.digester();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(part)) {
      for (long left = length; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new EOFException("a letter must have %d bytes, but has fewer".formatted(length));
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
        left -= n;
      }
    }
    OnDisk.file(part);
    return Sha256.label(digest.digest());
  }

  @Override
  public void close() throws IOException {
    server.close();
    ends.shutdownNow();
    workers.shutdownNow();
  }
}
