package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority for tests, made with the JDK's keytool in a folder of its own: one
 * process of it a key, with all that needs no tool done here.
 */
public final class Certificates {
  /** Of the trust store. */
  public static final String PASSWORD = "not-a-secret";

  private static final byte[] LINE_END = {'\n'};

  private final Path folder;
  private final Map<String, SSLContext> made = new HashMap<>();

  /** Makes the authority. */
  public Certificates(Path folder) throws Exception {
    this.folder = folder;
    keys("authority", "-startdate", "-9d", "-validity", "99", "-ext", "bc:c");
    Certificate authority = read("authority").getCertificate("authority");
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("authority", authority);
    write(trust, "trust");
    Files.writeString(
        folder.resolve("authority.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(Base64.getMimeEncoder(64, LINE_END).encodeToString(authority.getEncoded())));
  }

  /** Returns a trust store that holds the authority alone. */
  public Path trustStore() {
    return folder.resolve("trust.p12");
  }

  /** Returns a context with a certificate that the authority signed, the same for a name. */
  public SSLContext signed(String name, String host, String startDate, int days) throws Exception {
    if (!made.containsKey(name)) {
      sign(name, host, startDate, days);
      made.put(name, context(name));
    }
    return made.get(name);
  }

  /** Returns a context with a certificate that nobody else signed, the same for a name. */
  public SSLContext selfSigned(String name, String host) throws Exception {
    if (!made.containsKey(name)) {
      keys(name, "-startdate", "-1d", "-validity", "9", "-ext", "san=dns:" + host);
      made.put(name, context(name));
    }
    return made.get(name);
  }

  /**
   * The tool signs with a key of the same store, which is taken out again: it is the authority's.
   */
  private void sign(String name, String host, String startDate, int days) throws Exception {
    Files.copy(folder.resolve("authority.p12"), folder.resolve(name + ".p12"));
    keys(
        name,
        "-signer",
        "authority",
        "-startdate",
        startDate,
        "-validity",
        String.valueOf(days),
        "-ext",
        "san=dns:" + host);
    KeyStore keys = read(name);
    keys.deleteEntry("authority");
    write(keys, name);
  }

  private void keys(String name, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keystore",
                folder.resolve(name + ".p12").toString(),
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
  }

  private SSLContext context(String name) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(read(name), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore read(String name) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private void write(KeyStore keys, String name) throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
      keys.store(out, PASSWORD.toCharArray());
    }
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "keytool " + arguments[0] + " must succeed, but said " + Files.readString(log, UTF_8));
    }
  }
}
