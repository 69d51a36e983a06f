package wasl.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A closed loop: each client sends its next request when the last one is answered. */
final class Load {

  private final int port;
  private final int clients;
  private Connection kept;

  Load(int port, int clients) {
    this.port = port;
    this.clients = clients;
  }

  /**
   * What was measured.
   *
   * @param perSecond answers a second, of all clients together
   * @param p50 median time of an answer in milliseconds
   * @param p95 and p99 likewise
   * @param failed answers that were not 2xx
   */
  record Result(double perSecond, double p50, double p95, double p99, long failed) {}

  /** One piece of work of a client; says whether it went well. */
  @FunctionalInterface
  interface Work {
    boolean once() throws Exception;
  }

  /** Sends requests over HTTP, made anew for each. */
  Result http(IntFunction<String> request, Duration time) {
    return run(
        client -> {
          Connection connection = new Connection(port);
          int[] sent = {0};
          return () -> connection.send(request.apply(client * 1_000_000 + sent[0]++));
        },
        time);
  }

  /** Sends one request on the first connection, which is kept; says whether it went well. */
  boolean once(String request) {
    try {
      if (kept == null) {
        kept = new Connection(port);
      }
      return kept.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs any work in the same loop. */
  Result run(IntFunction<Work> workOfClient, Duration time) {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    long end = System.nanoTime() + time.toNanos();
    List<Future<long[]>> all = new ArrayList<>();
    long[] failed = new long[clients];
    for (int i = 0; i < clients; i++) {
      int client = i;
      all.add(pool.submit(() -> loop(workOfClient.apply(client), end, failed, client)));
    }
    try {
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> one : all) {
        times.add(one.get());
      }
      return result(times, time, Arrays.stream(failed).sum());
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      pool.shutdownNow();
    }
  }

  private static long[] loop(Work work, long end, long[] failed, int client) throws Exception {
    long[] times = new long[1 << 16];
    int count = 0;
    long start = System.nanoTime();
    while (start < end) {
      if (!work.once()) {
        failed[client]++;
      }
      long now = System.nanoTime();
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = now - start;
      start = now;
    }
    return Arrays.copyOf(times, count);
  }

  private static Result result(List<long[]> times, Duration time, long failed) {
    long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    double seconds = time.toNanos() / 1e9;
    return new Result(
        sorted.length / seconds, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), failed);
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
  }

  /** One kept-alive connection. */
  private static final class Connection {
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Connection(int port) {
      this.port = port;
    }

    boolean send(String request) throws IOException {
      if (socket == null) {
        open();
      }
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      String status = line();
      int length = 0;
      boolean chunked = false;
      boolean close = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        close |= lower.startsWith("connection:") && lower.contains("close");
      }
      skip(length, chunked);
      if (close) {
        socket.close();
        socket = null;
      }
      return status.startsWith("HTTP/1.1 2");
    }

    private void open() throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = socket.getOutputStream();
    }

    private void skip(int length, boolean chunked) throws IOException {
      if (!chunked) {
        in.skipNBytes(length);
        return;
      }
      for (int size = chunk(); size > 0; size = chunk()) {
        in.skipNBytes(size + 2L);
      }
      line();
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
      StringBuilder text = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the server closed the connection");
        }
        if (c != '\r') {
          text.append((char) c);
        }
      }
      return text.toString();
    }
  }
}
