package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority for tests, made with the JDK's keytool in a folder of its own. */
public final class Certificates {
  /** Of the trust store. */
  public static final String PASSWORD = "not-a-secret";

  private final Path folder;
  private final Map<String, SSLContext> made = new HashMap<>();

  /** Makes the authority. */
  public Certificates(Path folder) throws Exception {
    this.folder = folder;
    keys("authority", "-startdate", "-9d", "-validity", "99", "-ext", "bc:c");
    keytool(
        "-exportcert",
        "-alias",
        "authority",
        "-keystore",
        file("authority.p12"),
        "-rfc",
        "-file",
        file("authority.pem"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "authority",
        "-keystore",
        file("trust.p12"),
        "-file",
        file("authority.pem"));
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

  private void sign(String name, String host, String startDate, int days) throws Exception {
    keys(name, "-validity", "99");
    keytool(
        "-certreq", "-alias", name, "-keystore", file(name + ".p12"), "-file", file(name + ".csr"));
    keytool(
        "-gencert",
        "-alias",
        "authority",
        "-keystore",
        file("authority.p12"),
        "-infile",
        file(name + ".csr"),
        "-outfile",
        file(name + ".pem"),
        "-rfc",
        "-startdate",
        startDate,
        "-validity",
        String.valueOf(days),
        "-ext",
        "san=dns:" + host);
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "authority",
        "-keystore",
        file(name + ".p12"),
        "-file",
        file("authority.pem"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        name,
        "-keystore",
        file(name + ".p12"),
        "-file",
        file(name + ".pem"));
  }

  private void keys(String name, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keystore",
                file(name + ".p12"),
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
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
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
