package org.vigie.casework.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** The sockets that a library opens for itself, which close together. */
final class HeldSockets extends SocketFactory implements AutoCloseable {
  private final List<Socket> held = new ArrayList<>();
  private boolean isClosed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (isClosed) {
      throw new IOException("a connection must be opened in time, but wasn't");
    }
    Socket socket = new Socket();
    held.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(from);
    socket.connect(to);
    return socket;
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    for (Socket socket : held) {
      socket.close();
    }
  }
}
