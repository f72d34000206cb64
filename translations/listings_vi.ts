<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>Listings</name>
    <message>
        <source>TCP echo server, asynchronous I/O (UNP 6.2, aio(7)): aio_read() says what to read and where to, and returns at once. The</source>
        <translation>TCP echo server, asynchronous I/O (UNP 6.2, aio(7)): aio_read() nói đọc gì và để vào đâu, rồi về ngay. Việc</translation>
    </message>
    <message>
        <source>waiting and the copying are done by others (here by threads of the C library), and we are told when the read is complete.</source>
        <translation>chờ và copy do bên khác làm (ở đây là các luồng của thư viện C), và khi đọc xong thì ta được báo.</translation>
    </message>
    <message>
        <source>Three ways to be told: we ask with aio_suspend(), a signal comes, or the library starts a thread.</source>
        <translation>Có ba cách báo: ta hỏi bằng aio_suspend(), một tín hiệu đến, hoặc thư viện tạo một luồng.</translation>
    </message>
    <message>
        <source>A client, its request and the buffer that the data will be in: they stay in their places while the read is outstanding.</source>
        <translation>Một client, yêu cầu của nó và vùng đệm sẽ chứa dữ liệu: chúng ở yên một chỗ khi việc đọc còn đang chờ.</translation>
    </message>
    <message>
        <source>-1: free</source>
        <translation>-1: trống</translation>
    </message>
    <message>
        <source>Sends everything: send() on a blocking socket sleeps while the send buffer is full, and with it whoever calls it.</source>
        <translation>Gửi tất cả: send() trên socket blocking ngủ khi vùng đệm gửi còn đầy, và ai gọi nó cũng ngủ theo.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran before anything was sent: once more</source>
        <translation>hàm xử lý của một tín hiệu đã chạy trước khi gửi được gì: gọi lại</translation>
    </message>
    <message>
        <source>perhaps not all: a signal came meanwhile</source>
        <translation>có thể chưa hết: giữa chừng có tín hiệu</translation>
    </message>
    <message>
        <source>The read is complete: what recv() would have given is there. Answers, and asks for the next.</source>
        <translation>Đã đọc xong: thứ mà recv() lẽ ra trả về đã ở đây. Trả lời, rồi yêu cầu lần đọc kế tiếp.</translation>
    </message>
    <message>
        <source>once for each request</source>
        <translation>mỗi yêu cầu một lần</translation>
    </message>
    <message>
        <source>0: the client closed its end; -1: it reset the connection</source>
        <translation>0: client đã đóng phía của nó; -1: nó đã reset kết nối</translation>
    </message>
    <message>
        <source>Notify::thread: the C library starts a thread for this function.</source>
        <translation>Notify::thread: thư viện C tạo một luồng để chạy hàm này.</translation>
    </message>
    <message>
        <source>Notify::signal: the handler, which says of which request the read is complete (SIGIO only says that one may start).</source>
        <translation>Notify::signal: hàm xử lý, nó biết yêu cầu nào đã đọc xong (SIGIO chỉ nói rằng có thể bắt đầu đọc).</translation>
    </message>
    <message>
        <source>the main flow may be about to look at it</source>
        <translation>chương trình chính có thể sắp xem nó</translation>
    </message>
    <message>
        <source>What is asked for.</source>
        <translation>Nội dung yêu cầu.</translation>
    </message>
    <message>
        <source>from where</source>
        <translation>từ đâu</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>vào đâu</translation>
    </message>
    <message>
        <source>how much at most</source>
        <translation>nhiều nhất bao nhiêu</translation>
    </message>
    <message>
        <source>from which place: means something for files only</source>
        <translation>từ vị trí nào: chỉ có nghĩa với file</translation>
    </message>
    <message>
        <source>and how to tell us</source>
        <translation>và báo cho ta bằng cách nào</translation>
    </message>
    <message>
        <source>a real-time signal: it is queued, so that none is lost</source>
        <translation>tín hiệu thời gian thực: nó được xếp hàng nên không cái nào mất</translation>
    </message>
    <message>
        <source>has not waited: the read is outstanding now</source>
        <translation>chưa chờ gì: từ giờ việc đọc đang chờ</translation>
    </message>
    <message>
        <source>The first free place.</source>
        <translation>Chỗ trống đầu tiên.</translation>
    </message>
    <message>
        <source>a deque grows without moving what is there</source>
        <translation>deque lớn lên mà không dời những gì đã có</translation>
    </message>
    <message>
        <source>Notify::suspend: asks each whether it is complete, and sleeps until one more is, or some time has passed.</source>
        <translation>Notify::suspend: hỏi từng yêu cầu đã xong chưa, rồi ngủ cho đến khi thêm một yêu cầu xong hoặc hết một khoảng thời gian.</translation>
    </message>
    <message>
        <source>returns at once if one has become complete meanwhile</source>
        <translation>về ngay nếu trong lúc đó đã có yêu cầu xong</translation>
    </message>
    <message>
        <source>A handler that calls aio_read() must not come while the main flow is in the library itself (signal-safety(7)): the signal</source>
        <translation>Hàm xử lý có gọi aio_read() thì không được đến khi chương trình chính đang ở trong thư viện (signal-safety(7)): tín hiệu</translation>
    </message>
    <message>
        <source>is blocked except while we sleep.</source>
        <translation>bị chặn, trừ lúc ta ngủ.</translation>
    </message>
    <message>
        <source>accept() goes on after the handler</source>
        <translation>sau hàm xử lý, accept() tiếp tục</translation>
    </message>
    <message>
        <source>without a handler the signal would end the process</source>
        <translation>không có hàm xử lý thì tín hiệu này kết thúc tiến trình</translation>
    </message>
    <message>
        <source>until a read is complete, or for a moment</source>
        <translation>cho đến khi một lần đọc xong, hoặc trong chốc lát</translation>
    </message>
    <message>
        <source>so many clients there were when no descriptor was left for another; 0: there is one</source>
        <translation>số client lúc không còn descriptor cho client mới; 0: còn</translation>
    </message>
    <message>
        <source>accept() would fail again, at once</source>
        <translation>accept() sẽ lại thất bại, ngay lập tức</translation>
    </message>
    <message>
        <source>There is no aio_accept(). Who is notified may sleep in accept(). Who sleeps in aio_suspend() does not hear of a new</source>
        <translation>Không có aio_accept(). Ai được báo thì có thể ngủ trong accept(). Ai ngủ trong aio_suspend() thì không hay biết client</translation>
    </message>
    <message>
        <source>client: ask for one in between, without waiting.</source>
        <translation>mới: thỉnh thoảng hỏi xem có không, không chờ.</translation>
    </message>
    <message>
        <source>before accept(): one may leave just after it</source>
        <translation>trước accept(): có thể có client đi ngay sau đó</translation>
    </message>
    <message>
        <source>until one of them leaves</source>
        <translation>cho đến khi một client đi</translation>
    </message>
    <message>
        <source>No request and no buffer may go while its read is outstanding. aio_cancel() does not stop one that is under way: it</source>
        <translation>Yêu cầu và vùng đệm không được mất đi khi việc đọc còn đang chờ. aio_cancel() không dừng được lần đọc đang làm: nó</translation>
    </message>
    <message>
        <source>goes on until the client&apos;s end comes or, when the server is stopped, the socket is shut down.</source>
        <translation>tiếp tục cho đến khi client đóng hoặc, khi server kết thúc, socket bị shutdown.</translation>
    </message>
    <message>
        <source>UDP echo server, asynchronous I/O (aio(7); UNP 6.2, 8.11, 22.7). aio_read() does what read() does: it does not tell who has sent</source>
        <translation>UDP echo server, asynchronous I/O (aio(7); UNP 6.2, 8.11, 22.7). aio_read() làm việc của read(): nó không cho biết ai đã gửi</translation>
    </message>
    <message>
        <source>a datagram, and there is no aio_recvfrom(). So each peer gets a socket of its own, at the same port and connected to it: the</source>
        <translation>datagram, và không có aio_recvfrom(). Vì thế mỗi đầu bên kia được một socket riêng, cùng cổng và nối tới nó: hạt nhân</translation>
    </message>
    <message>
        <source>kernel gives that one this peer&apos;s datagrams, and only those. A new peer&apos;s first comes to the socket that is for everybody.</source>
        <translation>giao cho socket ấy mọi datagram của đầu bên kia này, và chỉ của nó. Datagram đầu tiên thì đến socket chung.</translation>
    </message>
    <message>
        <source>A peer, its socket and its request: they stay in their places while the read is outstanding.</source>
        <translation>Một đầu bên kia, socket và yêu cầu của nó: chúng ở yên một chỗ khi việc đọc còn đang chờ.</translation>
    </message>
    <message>
        <source>A datagram is sent whole or not at all.</source>
        <translation>Datagram được gửi trọn hoặc không gửi gì.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: once more</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: gọi lại</translation>
    </message>
    <message>
        <source>The read is complete: a datagram is there. Answers, and asks for the next.</source>
        <translation>Đã đọc xong: có một datagram. Trả lời, rồi yêu cầu lần đọc kế tiếp.</translation>
    </message>
    <message>
        <source>0 is an empty datagram, no end. It is also what shutdown() leaves, when the server is stopped.</source>
        <translation>0 là datagram rỗng, không phải hết dữ liệu. shutdown() khi server kết thúc cũng để lại 0.</translation>
    </message>
    <message>
        <source>-1: ECONNREFUSED, nobody has the peer&apos;s port any more. Only a connected UDP socket is told.</source>
        <translation>-1: ECONNREFUSED, không còn ai giữ cổng của đầu bên kia. Chỉ socket UDP đã connect() mới được báo.</translation>
    </message>
    <message>
        <source>Notify::thread: the C library starts a thread for this function. Notify::signal: called by the handler.</source>
        <translation>Notify::thread: thư viện C tạo một luồng để chạy hàm này. Notify::signal: hàm xử lý gọi nó.</translation>
    </message>
    <message>
        <source>What is asked for: the next datagram of this peer.</source>
        <translation>Nội dung yêu cầu: datagram kế tiếp của đầu bên kia này.</translation>
    </message>
    <message>
        <source>what does not fit of a datagram is lost</source>
        <translation>phần không vừa của datagram bị mất</translation>
    </message>
    <message>
        <source>A place for a new peer; nullptr: it has a socket already.</source>
        <translation>Chỗ cho một đầu bên kia mới; nullptr: nó đã có socket rồi.</translation>
    </message>
    <message>
        <source>not before its bind(), which is to fail if another server has the port</source>
        <translation>không trước bind(), vì bind() phải thất bại nếu server khác giữ cổng</translation>
    </message>
    <message>
        <source>The handler calls aio_read(): it must not come while the main flow is in the library itself, only while that sleeps.</source>
        <translation>Hàm xử lý gọi aio_read(): nó không được đến khi chương trình chính đang ở trong thư viện, chỉ khi chương trình chính ngủ.</translation>
    </message>
    <message>
        <source>recvfrom() goes on after the handler</source>
        <translation>sau hàm xử lý, recvfrom() tiếp tục</translation>
    </message>
    <message>
        <source>Who is notified may sleep in recvfrom(). Who sleeps in aio_suspend() asks for new peers in between.</source>
        <translation>Ai được báo thì có thể ngủ trong recvfrom(). Ai ngủ trong aio_suspend() thì thỉnh thoảng hỏi xem có ai mới không.</translation>
    </message>
    <message>
        <source>Answered only now: who waits for this answer sends nothing while the socket is being made.</source>
        <translation>Giờ mới trả lời: ai chờ câu trả lời này thì không gửi gì trong lúc socket được tạo.</translation>
    </message>
    <message>
        <source>No buffer may go and no socket be closed while a read is outstanding: it is until shutdown() ends it.</source>
        <translation>Không vùng đệm nào được mất, không socket nào được đóng khi việc đọc còn đang chờ: nó chờ cho đến khi shutdown() kết thúc nó.</translation>
    </message>
    <message>
        <source>send() and write() may take a part only: these two go on until all is taken (UNP 3.9).</source>
        <translation>send() và write() có thể chỉ nhận một phần: hai hàm này gọi tiếp cho đến hết (UNP 3.9).</translation>
    </message>
    <message>
        <source>Sleeps while the send buffer is full. MSG_NOSIGNAL: if the peer has gone, -1 with EPIPE and no SIGPIPE.</source>
        <translation>Ngủ khi vùng đệm gửi còn đầy. MSG_NOSIGNAL: nếu đầu bên kia đã đi thì -1 với EPIPE và không có SIGPIPE.</translation>
    </message>
    <message>
        <source>the latter if the terminal is non-blocking: it is full</source>
        <translation>trường hợp sau xảy ra khi terminal là non-blocking: nó đã đầy</translation>
    </message>
    <message>
        <source>TCP echo server, blocking I/O, one client at a time (UNP 5.2, without fork).</source>
        <translation>TCP echo server, blocking I/O, mỗi lần một client (UNP 5.2, không fork).</translation>
    </message>
    <message>
        <source>While it serves one client it sleeps in recv() for that client only: the next one is connected by the kernel, but waits.</source>
        <translation>Trong lúc phục vụ một client, nó ngủ trong recv() vì riêng client ấy: client kế tiếp được hạt nhân kết nối, nhưng phải chờ.</translation>
    </message>
    <message>
        <source>Sends everything: send() on a blocking socket sleeps while the send buffer is full.</source>
        <translation>Gửi tất cả: send() trên socket blocking ngủ khi vùng đệm gửi còn đầy.</translation>
    </message>
    <message>
        <source>Sleeps until the queue of completed connections has one.</source>
        <translation>Ngủ cho đến khi hàng đợi các kết nối đã hoàn tất có một kết nối.</translation>
    </message>
    <message>
        <source>interrupted; gone before we came</source>
        <translation>bị ngắt; client đi trước khi ta đến</translation>
    </message>
    <message>
        <source>Phase 1 and phase 2 in one call: sleeps until data arrives, then copies it into buffer.</source>
        <translation>Giai đoạn 1 và 2 trong một lời gọi: ngủ cho đến khi dữ liệu đến, rồi copy vào buffer.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: the connection is as it was</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: kết nối vẫn như cũ</translation>
    </message>
    <message>
        <source>only now is the next client accepted</source>
        <translation>đến giờ client kế tiếp mới được chấp nhận</translation>
    </message>
    <message>
        <source>UDP echo server, blocking I/O (UNP 8.3 and 8.4): one socket for all clients, one datagram at a time.</source>
        <translation>UDP echo server, blocking I/O (UNP 8.3 và 8.4): một socket cho mọi client, mỗi lần một datagram.</translation>
    </message>
    <message>
        <source>There is no connection: each datagram tells who has sent it, and the reply goes there.</source>
        <translation>Không có kết nối: mỗi datagram cho biết ai đã gửi nó, và câu trả lời gửi về đó.</translation>
    </message>
    <message>
        <source>Phase 1 and phase 2 in one call: sleeps until a datagram arrives, then copies it into buffer.</source>
        <translation>Giai đoạn 1 và 2 trong một lời gọi: ngủ cho đến khi một datagram đến, rồi copy vào buffer.</translation>
    </message>
    <message>
        <source>One call takes one datagram; what does not fit into buffer is lost.</source>
        <translation>Mỗi lời gọi lấy một datagram; phần không vừa buffer bị mất.</translation>
    </message>
    <message>
        <source>woken by shutdown(), which gives 0; an empty datagram gives 0 as well</source>
        <translation>bị shutdown() đánh thức, nó cho 0; datagram rỗng cũng cho 0</translation>
    </message>
    <message>
        <source>Does not wait for the peer, and does not tell whether the datagram arrives.</source>
        <translation>Không chờ đầu bên kia, và không cho biết datagram có đến nơi không.</translation>
    </message>
    <message>
        <source>The two calls with which every UDP server begins (UNP 8.3). No listen(): there are no connections, datagrams just come.</source>
        <translation>Hai lời gọi mà UDP server nào cũng bắt đầu bằng chúng (UNP 8.3). Không có listen(): không có kết nối, datagram cứ thế mà đến.</translation>
    </message>
    <message>
        <source>No SO_REUSEADDR: UDP has no TIME_WAIT, and with it two servers could have the same port.</source>
        <translation>Không dùng SO_REUSEADDR: UDP không có TIME_WAIT, và với nó hai server có thể trùng cổng.</translation>
    </message>
    <message>
        <source>With port 0 the kernel has chosen one: ask which.</source>
        <translation>Với cổng 0, hạt nhân đã chọn một cổng: hỏi xem cổng nào.</translation>
    </message>
    <message>
        <source>Chat client with blocking calls, TCP and UDP (UNP 5.5, 8.6): a line is sent, then it sleeps until an answer comes. Who wants to</source>
        <translation>Client chat với các lời gọi blocking, TCP và UDP (UNP 5.5, 8.6): gửi một dòng, rồi ngủ cho đến khi có câu trả lời. Ai muốn</translation>
    </message>
    <message>
        <source>send two lines, or to read two, must wait for the other.</source>
        <translation>gửi hai dòng, hoặc đọc hai dòng, đều phải chờ bên kia.</translation>
    </message>
    <message>
        <source>Sleeps until a line has been typed.</source>
        <translation>Ngủ cho đến khi một dòng được gõ xong.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy</translation>
    </message>
    <message>
        <source>Ctrl-D, or the terminal has gone</source>
        <translation>Ctrl-D, hoặc terminal không còn</translation>
    </message>
    <message>
        <source>Over UDP it is one datagram; that the last one found nobody is told now, and no reason to stop.</source>
        <translation>Với UDP, một dòng là một datagram; dòng trước không đến được ai thì giờ mới được báo, và không phải lý do để dừng.</translation>
    </message>
    <message>
        <source>Sleeps until something has come.</source>
        <translation>Ngủ cho đến khi có gì đến.</translation>
    </message>
    <message>
        <source>the server reset the connection, or closed it; over UDP 0 is an empty message</source>
        <translation>server đã reset hoặc đóng kết nối; với UDP, 0 là một tin rỗng</translation>
    </message>
    <message>
        <source>Over TCP what others still say is read to its end.</source>
        <translation>Với TCP, những gì người khác còn nói được đọc cho đến hết.</translation>
    </message>
    <message>
        <source>Chat client with non-blocking calls, TCP and UDP (UNP 16.2): it asks the keyboard, asks the socket, and asks again. Any number of</source>
        <translation>Client chat với các lời gọi non-blocking, TCP và UDP (UNP 16.2): nó hỏi bàn phím, hỏi socket, rồi hỏi lại. Gửi hay nhận bao nhiêu</translation>
    </message>
    <message>
        <source>lines can be sent or received in a row, and the processor never rests.</source>
        <translation>dòng liên tiếp cũng được, và bộ xử lý không được nghỉ.</translation>
    </message>
    <message>
        <source>From now on no call on fd waits. Returns its flags as they were, -1 if it has none.</source>
        <translation>Từ giờ không lời gọi nào trên fd chờ. Trả về các cờ trước đó, -1 nếu không đọc được.</translation>
    </message>
    <message>
        <source>its shell may use the same terminal afterwards</source>
        <translation>sau đó shell có thể dùng lại chính terminal này</translation>
    </message>
    <message>
        <source>until the end of file of the keyboard</source>
        <translation>cho đến khi bàn phím hết dữ liệu</translation>
    </message>
    <message>
        <source>of the line: what the send buffer has not taken yet</source>
        <translation>của dòng: phần mà vùng đệm gửi chưa nhận</translation>
    </message>
    <message>
        <source>the server answers with its own end, after all that was said before</source>
        <translation>server đáp lại bằng việc đóng của nó, sau mọi điều đã nói trước đó</translation>
    </message>
    <message>
        <source>-1 with EWOULDBLOCK: nobody has pressed Enter yet, ask again in the next round</source>
        <translation>-1 với EWOULDBLOCK: chưa ai nhấn Enter, vòng sau hỏi lại</translation>
    </message>
    <message>
        <source>that the last one found nobody</source>
        <translation>tin trước không đến được ai</translation>
    </message>
    <message>
        <source>the server closed the connection, or reset it; over UDP 0 is an empty message</source>
        <translation>server đã đóng hoặc reset kết nối; với UDP, 0 là một tin rỗng</translation>
    </message>
    <message>
        <source>spares the processor, at the price of answering later</source>
        <translation>cho bộ xử lý nghỉ, đổi lại trả lời chậm hơn</translation>
    </message>
    <message>
        <source>Chat client with select(), TCP and UDP (UNP 6.4): it sleeps in one place and waits for keyboard and socket. Any number of lines can</source>
        <translation>Client chat với select(), TCP và UDP (UNP 6.4): nó ngủ một chỗ mà chờ được cả bàn phím lẫn socket. Gửi hay nhận bao nhiêu dòng</translation>
    </message>
    <message>
        <source>be sent or received in a row.</source>
        <translation>liên tiếp cũng được.</translation>
    </message>
    <message>
        <source>select() will leave only the ready ones in it</source>
        <translation>select() sẽ chỉ để lại trong đó những descriptor đã sẵn sàng</translation>
    </message>
    <message>
        <source>Phase 1 for both: sleeps until a line has been typed or something has come.</source>
        <translation>Giai đoạn 1 cho cả hai: ngủ cho đến khi một dòng được gõ xong hoặc có gì đến.</translation>
    </message>
    <message>
        <source>Over UDP a line is one datagram; that the last one found nobody is told now, and no reason to stop.</source>
        <translation>Với UDP, một dòng là một datagram; dòng trước không đến được ai thì giờ mới được báo, và không phải lý do để dừng.</translation>
    </message>
    <message>
        <source>TCP chat server, I/O multiplexing with select() (UNP 6.8, 16.2): a line from one client goes to every other.</source>
        <translation>Server chat TCP, I/O multiplexing với select() (UNP 6.8, 16.2): một dòng của client này đến mọi client khác.</translation>
    </message>
    <message>
        <source>TCP knows no lines: what has come of one is kept until its end is there, so that two lines are never mixed.</source>
        <translation>TCP không biết dòng là gì: phần đã đến được giữ lại cho đến khi có hết dòng, để hai dòng không bao giờ lẫn vào nhau.</translation>
    </message>
    <message>
        <source>bytes of a line, and of what waits for one client</source>
        <translation>số byte của một dòng, và của những gì đang chờ một client</translation>
    </message>
    <message>
        <source>what it has sent of its next line</source>
        <translation>phần đã gửi của dòng kế tiếp</translation>
    </message>
    <message>
        <source>what others have said, which its send buffer had no room for</source>
        <translation>những điều người khác đã nói mà vùng đệm gửi của nó không còn chỗ</translation>
    </message>
    <message>
        <source>From now on no call on fd waits: send() must not wait for one client.</source>
        <translation>Từ giờ không lời gọi nào trên fd chờ: send() không được chờ một client.</translation>
    </message>
    <message>
        <source>Sends as much of it as the send buffer takes: perhaps not all, perhaps nothing. False: the connection is broken.</source>
        <translation>Gửi được bao nhiêu thì gửi: có thể chưa hết, có thể không gì cả. False: kết nối đã hỏng.</translation>
    </message>
    <message>
        <source>the last slot in use</source>
        <translation>ô cuối đang dùng</translation>
    </message>
    <message>
        <source>no descriptor left for another client</source>
        <translation>không còn descriptor cho client mới</translation>
    </message>
    <message>
        <source>the slot is free again, maxfd stays</source>
        <translation>ô lại trống, maxfd giữ nguyên</translation>
    </message>
    <message>
        <source>there is a descriptor again for those that queue</source>
        <translation>lại có descriptor cho những ai đang xếp hàng</translation>
    </message>
    <message>
        <source>recv() will tell that it is gone</source>
        <translation>recv() sẽ báo rằng nó đã đi</translation>
    </message>
    <message>
        <source>it does not read, and cannot be waited for</source>
        <translation>nó không đọc, và không thể chờ nó được</translation>
    </message>
    <message>
        <source>select() will leave only the ready ones in the two</source>
        <translation>select() sẽ chỉ để lại trong hai tập những descriptor đã sẵn sàng</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until one has sent something, or can take again what waits for it.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi một client đã gửi gì, hoặc lại nhận được phần đang chờ nó.</translation>
    </message>
    <message>
        <source>there is room in its send buffer again</source>
        <translation>vùng đệm gửi của nó lại có chỗ</translation>
    </message>
    <message>
        <source>last: a slot that becomes free in this round is not ready in it</source>
        <translation>để cuối: ô vừa trống trong vòng này chưa sẵn sàng trong vòng này</translation>
    </message>
    <message>
        <source>or select() would return at once, again and again</source>
        <translation>nếu không, select() sẽ về ngay, hết lần này đến lần khác</translation>
    </message>
    <message>
        <source>no bit in fd_set for it, or it could hold up all others: refuse</source>
        <translation>fd_set không có bit cho nó, hoặc nó có thể làm mọi người phải chờ: từ chối</translation>
    </message>
    <message>
        <source>the first free slot</source>
        <translation>ô trống đầu tiên</translation>
    </message>
    <message>
        <source>UDP chat server, I/O multiplexing with select() (UNP 8.4, 6.2): a datagram from one goes to every other who has ever sent one.</source>
        <translation>Server chat UDP, I/O multiplexing với select() (UNP 8.4, 6.2): một datagram đến mọi người khác đã từng gửi.</translation>
    </message>
    <message>
        <source>Nobody tells that he leaves: to those who have gone it goes on sending, and nobody reads it.</source>
        <translation>Không ai báo là mình đi: nó cứ gửi tiếp cho những người đã đi, và không ai đọc.</translation>
    </message>
    <message>
        <source>then the one who came first is forgotten</source>
        <translation>khi đó người đến trước nhất bị quên</translation>
    </message>
    <message>
        <source>any datagram fits: it goes on whole or not at all</source>
        <translation>datagram nào cũng vừa: nó đi trọn hoặc không đi</translation>
    </message>
    <message>
        <source>select() has left only the ready ones in it</source>
        <translation>select() đã chỉ để lại trong đó những descriptor sẵn sàng</translation>
    </message>
    <message>
        <source>Phase 1: sleeps until a datagram is there, whoever sends it.</source>
        <translation>Giai đoạn 1: ngủ cho đến khi có một datagram, dù ai gửi.</translation>
    </message>
    <message>
        <source>MSG_DONTWAIT: ready is no promise, the kernel may find the datagram&apos;s checksum wrong and drop it.</source>
        <translation>MSG_DONTWAIT: sẵn sàng không phải lời hứa, hạt nhân có thể thấy tổng kiểm tra của datagram sai và bỏ nó.</translation>
    </message>
    <message>
        <source>Chat client with signal-driven I/O, TCP and UDP (UNP 25.2): the main flow sleeps at the keyboard, in a blocking read(). What comes</source>
        <translation>Client chat với signal-driven I/O, TCP và UDP (UNP 25.2): chương trình chính ngủ ở bàn phím, trong read() blocking. Những gì đến</translation>
    </message>
    <message>
        <source>from the socket is read by the signal&apos;s handler, and then read() sleeps on (SA_RESTART).</source>
        <translation>từ socket do hàm xử lý tín hiệu đọc, rồi read() ngủ tiếp (SA_RESTART).</translation>
    </message>
    <message>
        <source>What the handler works with: nobody passes it an argument, so it finds them through variables of its thread.</source>
        <translation>Những gì hàm xử lý cần: không ai truyền tham số cho nó, nên nó tìm qua các biến của luồng.</translation>
    </message>
    <message>
        <source>the server has closed the connection</source>
        <translation>server đã đóng kết nối</translation>
    </message>
    <message>
        <source>The kernel calls it between any two instructions of the main flow: it may use async-signal-safe calls only.</source>
        <translation>Hạt nhân gọi nó vào giữa hai lệnh bất kỳ của chương trình chính: nó chỉ được dùng các lời gọi async-signal-safe.</translation>
    </message>
    <message>
        <source>all that is there, since one signal may stand for many arrivals</source>
        <translation>tất cả những gì đang có, vì một tín hiệu có thể thay cho nhiều lần đến</translation>
    </message>
    <message>
        <source>Without waiting: that is for the handler alone, send() of the main flow may sleep.</source>
        <translation>Không chờ: chỉ riêng hàm xử lý, còn send() của chương trình chính được ngủ.</translation>
    </message>
    <message>
        <source>all has been read: the next arrival will send a signal</source>
        <translation>đã đọc hết: lần đến sau sẽ gửi tín hiệu</translation>
    </message>
    <message>
        <source>Two and three of three steps: who gets the signal, and that it is wanted at all. Returns the flags as they were, -1 on failure.</source>
        <translation>Bước 2 và 3 trong ba bước: ai nhận tín hiệu, và muốn có tín hiệu. Trả về các cờ trước đó, -1 nếu thất bại.</translation>
    </message>
    <message>
        <source>with F_SETOWN it could go to any thread of the process</source>
        <translation>với F_SETOWN, tín hiệu có thể đến bất kỳ luồng nào của tiến trình</translation>
    </message>
    <message>
        <source>Step one of three: the handler, before anything can send a signal. SA_RESTART: read() goes on afterwards.</source>
        <translation>Bước 1 trong ba bước: hàm xử lý, trước khi có gì gửi được tín hiệu. SA_RESTART: sau đó read() tiếp tục.</translation>
    </message>
    <message>
        <source>what came before O_ASYNC was on has sent no signal</source>
        <translation>những gì đến trước khi bật O_ASYNC không gửi tín hiệu nào</translation>
    </message>
    <message>
        <source>Sleeps in read(0) until a line has been typed, and the handler runs meanwhile.</source>
        <translation>Ngủ trong read(0) cho đến khi một dòng được gõ xong, hàm xử lý chạy trong lúc đó.</translation>
    </message>
    <message>
        <source>by another signal, whose handler is without SA_RESTART</source>
        <translation>vì một tín hiệu khác, hàm xử lý của nó không có SA_RESTART</translation>
    </message>
    <message>
        <source>the keyboard has ended: now it may sleep for the socket</source>
        <translation>bàn phím đã hết: giờ được phép ngủ vì socket</translation>
    </message>
    <message>
        <source>A UDP socket for one peer, beside the one that is for everybody and at the same port (UNP 8.11, 22.7): the kernel gives a</source>
        <translation>Một socket UDP cho một đầu bên kia, bên cạnh socket chung và cùng cổng với nó (UNP 8.11, 22.7): hạt nhân giao</translation>
    </message>
    <message>
        <source>datagram to the socket that is connected to its sender, if there is one. bind() must come first, so there is a moment at which</source>
        <translation>datagram cho socket đã connect() tới người gửi, nếu có. bind() phải đi trước, nên có một lúc mà</translation>
    </message>
    <message>
        <source>the new socket, too, is for everybody.</source>
        <translation>socket mới cũng là của chung.</translation>
    </message>
    <message>
        <source>two sockets may have one port if both say so</source>
        <translation>hai socket được phép cùng cổng nếu cả hai đều nói vậy</translation>
    </message>
    <message>
        <source>What has come here between bind() and connect() may be anybody&apos;s: recvfrom() still tells whose. One that the kernel is just</source>
        <translation>Những gì đến đây giữa bind() và connect() có thể của bất kỳ ai: recvfrom() vẫn cho biết của ai. Datagram mà hạt nhân đang</translation>
    </message>
    <message>
        <source>bringing may come a moment later and be taken for the peer&apos;s: very rarely, but nothing can be done about it.</source>
        <translation>chuyển tới có thể đến muộn một chút và bị tưởng là của đầu bên kia này: rất hiếm, nhưng không có cách nào tránh.</translation>
    </message>
    <message>
        <source>The calls with which a client begins (UNP 4.2, 4.3). Over UDP connect() sends nothing: the kernel remembers where send() shall</source>
        <translation>Các lời gọi mà client bắt đầu bằng chúng (UNP 4.2, 4.3). Với UDP, connect() không gửi gì: hạt nhân nhớ send() phải gửi</translation>
    </message>
    <message>
        <source>go, and from whom recv() shall take (UNP 8.11).</source>
        <translation>đi đâu, và recv() phải nhận của ai (UNP 8.11).</translation>
    </message>
    <message>
        <source>Sleeps until the kernels have shaken hands; the server need not have called accept() yet.</source>
        <translation>Ngủ cho đến khi hai hạt nhân bắt tay xong; server chưa cần gọi accept().</translation>
    </message>
    <message>
        <source>else the server has ended before us</source>
        <translation>nếu không, server đã kết thúc trước ta</translation>
    </message>
    <message>
        <source>Which port has the kernel chosen for this end? It is how the server&apos;s accept() or recvfrom() names us.</source>
        <translation>Hạt nhân đã chọn cổng nào cho đầu này? accept() hoặc recvfrom() của server gọi ta bằng cổng ấy.</translation>
    </message>
    <message>
        <source>TCP echo server with epoll (epoll(7)): Linux only, and beyond the lecture. The kernel keeps the list of what we watch,</source>
        <translation>TCP echo server với epoll (epoll(7)): chỉ có ở Linux, và ngoài bài giảng. Hạt nhân giữ danh sách những gì ta theo dõi,</translation>
    </message>
    <message>
        <source>the interest list; epoll_wait() gives back only those that are ready, so nothing has to be searched.</source>
        <translation>epoll_wait() chỉ trả về những descriptor đã sẵn sàng, nên không phải tìm.</translation>
    </message>
    <message>
        <source>told by one epoll_wait(); the others by the next</source>
        <translation>số descriptor mà một epoll_wait() báo; còn lại để lần sau</translation>
    </message>
    <message>
        <source>What one client has sent and has not got back yet, because its send buffer was full.</source>
        <translation>Những gì một client đã gửi mà chưa được gửi trả, vì vùng đệm gửi của nó đã đầy.</translation>
    </message>
    <message>
        <source>Puts fd into the interest list, or changes what is asked about it.</source>
        <translation>Đưa fd vào danh sách theo dõi, hoặc đổi điều muốn hỏi về nó.</translation>
    </message>
    <message>
        <source>epoll_wait() gives it back</source>
        <translation>epoll_wait() trả lại nó</translation>
    </message>
    <message>
        <source>True while the client is there: false when it has closed its end or reset the connection.</source>
        <translation>True khi client còn đó: false khi nó đã đóng phía của nó hoặc reset kết nối.</translation>
    </message>
    <message>
        <source>Phase 2: the data is in the kernel already, so this copies it and does not sleep.</source>
        <translation>Giai đoạn 2: dữ liệu đã ở trong hạt nhân nên lời gọi này copy mà không ngủ.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: later, or at once if nobody tells us again</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: để sau, hoặc gọi lại ngay nếu không ai báo nữa</translation>
    </message>
    <message>
        <source>all has been read</source>
        <translation>đã đọc hết</translation>
    </message>
    <message>
        <source>the send buffer is full</source>
        <translation>vùng đệm gửi đã đầy</translation>
    </message>
    <message>
        <source>nobody tells us of the same bytes twice: go on until a call would have to wait</source>
        <translation>không ai báo hai lần về cùng những byte ấy: làm tiếp cho đến khi lời gọi phải chờ</translation>
    </message>
    <message>
        <source>Level: epoll_wait() tells of a descriptor as long as it is ready. Edge: once for each arrival.</source>
        <translation>Theo mức: epoll_wait() báo về một descriptor chừng nào nó còn sẵn sàng. Theo sườn: mỗi lần đến báo một lần.</translation>
    </message>
    <message>
        <source>by descriptor</source>
        <translation>theo descriptor</translation>
    </message>
    <message>
        <source>epoll_wait() takes milliseconds in an int: no more than 24 days. -1: wait forever</source>
        <translation>epoll_wait() nhận mili giây trong một int: không quá 24 ngày. -1: chờ mãi</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until one of the interest list is ready.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi một descriptor trong danh sách theo dõi sẵn sàng.</translation>
    </message>
    <message>
        <source>with edge: until the queue is empty</source>
        <translation>theo sườn: cho đến khi hàng đợi rỗng</translation>
    </message>
    <message>
        <source>accept() does not hand O_NONBLOCK down. Who is not in the interest list would wait for ever: refuse.</source>
        <translation>accept() không truyền lại O_NONBLOCK. Ai không ở trong danh sách theo dõi thì chờ mãi: từ chối.</translation>
    </message>
    <message>
        <source>until one of them leaves: epoll_wait() would tell of it again and again</source>
        <translation>cho đến khi một client đi: epoll_wait() sẽ báo về nó hết lần này đến lần khác</translation>
    </message>
    <message>
        <source>then ask for room in the send buffer, not for data</source>
        <translation>khi đó hỏi về chỗ trong vùng đệm gửi, không hỏi về dữ liệu</translation>
    </message>
    <message>
        <source>and so it leaves the interest list</source>
        <translation>và như vậy nó ra khỏi danh sách theo dõi</translation>
    </message>
    <message>
        <source>TCP echo server with io_uring (io_uring(7), liburing): Linux only, and beyond the lecture. Asynchronous I/O: whole operations</source>
        <translation>TCP echo server với io_uring (io_uring(7), liburing): chỉ có ở Linux, và ngoài bài giảng. Asynchronous I/O: giao cả thao tác</translation>
    </message>
    <message>
        <source>are handed in, the kernel does both phases of a read by itself, and tells when an operation is complete.</source>
        <translation>cho hạt nhân, hạt nhân tự làm cả hai giai đoạn của lần đọc, và báo khi thao tác hoàn tất.</translation>
    </message>
    <message>
        <source>of the submission ring; the completion ring has twice as many</source>
        <translation>của vòng submission; vòng completion dài gấp đôi</translation>
    </message>
    <message>
        <source>The place that a client&apos;s operation reads into and sends from: it must outlive the operation.</source>
        <translation>Chỗ mà thao tác của client đọc vào và gửi đi: nó phải còn đó lâu hơn thao tác.</translation>
    </message>
    <message>
        <source>The next free entry of the submission ring.</source>
        <translation>Phần tử trống kế tiếp của vòng submission.</translation>
    </message>
    <message>
        <source>the ring is full: hand in what is there</source>
        <translation>vòng đã đầy: giao những gì đang có</translation>
    </message>
    <message>
        <source>comes back with the completion</source>
        <translation>trở về cùng kết quả</translation>
    </message>
    <message>
        <source>A receive or a send of a client is complete: begins the next. False when the client has gone.</source>
        <translation>Một lần nhận hoặc gửi của client đã hoàn tất: bắt đầu lần kế tiếp. False khi client đã đi.</translation>
    </message>
    <message>
        <source>it reset the connection; it closed its end</source>
        <translation>nó đã reset kết nối; nó đã đóng phía của nó</translation>
    </message>
    <message>
        <source>both phases are over: the data is in echo.data already</source>
        <translation>cả hai giai đoạn đã qua: dữ liệu nằm sẵn trong echo.data</translation>
    </message>
    <message>
        <source>perhaps not all of it</source>
        <translation>có thể chưa hết</translation>
    </message>
    <message>
        <source>the two rings, shared with the kernel</source>
        <translation>hai vòng, dùng chung với hạt nhân</translation>
    </message>
    <message>
        <source>operations handed in and not complete</source>
        <translation>các thao tác đã giao mà chưa hoàn tất</translation>
    </message>
    <message>
        <source>operations outlive close(): cancel all, and wait for each</source>
        <translation>thao tác sống lâu hơn close(): huỷ tất cả, và chờ từng cái</translation>
    </message>
    <message>
        <source>The only system call: hands in what is queued and sleeps until an operation is complete.</source>
        <translation>Lời gọi hệ thống duy nhất: giao những gì đang xếp hàng và ngủ cho đến khi một thao tác hoàn tất.</translation>
    </message>
    <message>
        <source>its place in the completion ring is free again</source>
        <translation>chỗ của nó trong vòng completion lại trống</translation>
    </message>
    <message>
        <source>The four calls with which every TCP server begins (UNP 4.2 to 4.5).</source>
        <translation>Bốn lời gọi mà TCP server nào cũng bắt đầu bằng chúng (UNP 4.2 đến 4.5).</translation>
    </message>
    <message>
        <source>A port whose last connections are in TIME_WAIT may be used again at once.</source>
        <translation>Cổng còn kết nối cũ ở TIME_WAIT được dùng lại ngay.</translation>
    </message>
    <message>
        <source>the sockets that accept() makes inherit it</source>
        <translation>các socket mà accept() tạo ra thừa hưởng nó</translation>
    </message>
    <message>
        <source>From here on the kernel completes connections by itself and queues them for accept().</source>
        <translation>Từ đây hạt nhân tự hoàn tất các kết nối và xếp chúng vào hàng đợi cho accept().</translation>
    </message>
    <message>
        <source>Wrong on purpose, beside sigio.cpp: what differs is marked.</source>
        <translation>Cố ý sai, đặt cạnh sigio.cpp: chỗ khác nhau được đánh dấu.</translation>
    </message>
    <message>
        <source>What the handler works with: nobody passes it an argument, so it finds them through a variable of its thread.</source>
        <translation>Những gì hàm xử lý cần: không ai truyền tham số cho nó, nên nó tìm qua một biến của luồng.</translation>
    </message>
    <message>
        <source>or a real-time signal, which is queued and tells the descriptor</source>
        <translation>hoặc một tín hiệu thời gian thực, nó được xếp hàng và cho biết descriptor</translation>
    </message>
    <message>
        <source>Steps 2 and 3 of three, for each descriptor: who gets the signal, which signal, and that it is wanted at all.</source>
        <translation>Bước 2 và 3 trong ba bước, cho từng descriptor: ai nhận tín hiệu, tín hiệu nào, và muốn có tín hiệu.</translation>
    </message>
    <message>
        <source>For a connection: one flag after the other.</source>
        <translation>Với một kết nối: đặt từng cờ một.</translation>
    </message>
    <message>
        <source>Does all that can be done on fd without waiting, since one signal may stand for many arrivals. False: the client has gone.</source>
        <translation>Làm mọi việc có thể làm trên fd mà không chờ, vì một tín hiệu có thể thay cho nhiều lần đến. False: client đã đi.</translation>
    </message>
    <message>
        <source>nobody tells us of it again: at once</source>
        <translation>không ai báo cho ta nữa: gọi lại ngay</translation>
    </message>
    <message>
        <source>client&apos;s end sends us a signal, too</source>
        <translation>đầu của client cũng gửi cho ta một tín hiệu</translation>
    </message>
    <message>
        <source>the send buffer is full: a signal comes when there is room again</source>
        <translation>vùng đệm gửi đã đầy: khi lại có chỗ thì tín hiệu đến</translation>
    </message>
    <message>
        <source>interrupted; gone before we came: the next</source>
        <translation>bị ngắt; client đi trước khi ta đến: client kế tiếp</translation>
    </message>
    <message>
        <source>somebody waits still, but no descriptor is left for him</source>
        <translation>vẫn có người chờ, nhưng không còn descriptor cho họ</translation>
    </message>
    <message>
        <source>accept() hands none of it down</source>
        <translation>accept() không truyền lại gì</translation>
    </message>
    <message>
        <source>plain SIGIO does not tell which descriptor: it must try all of them</source>
        <translation>SIGIO thông thường không cho biết descriptor nào: phải thử tất cả</translation>
    </message>
    <message>
        <source>one of the clients has</source>
        <translation>một trong các client đã đi</translation>
    </message>
    <message>
        <source>the byte that is not part of the stream</source>
        <translation>byte không thuộc dòng byte</translation>
    </message>
    <message>
        <source>there is a descriptor again for those that queue, and they send no second signal</source>
        <translation>lại có descriptor cho những ai đang xếp hàng, và họ không gửi tín hiệu thứ hai</translation>
    </message>
    <message>
        <source>Step 1 of three: the handler, before anything can send a signal. If the queue of real-time signals overflows, SIGIO comes.</source>
        <translation>Bước 1 trong ba bước: hàm xử lý, trước khi có gì gửi được tín hiệu. Hàng đợi tín hiệu thời gian thực tràn thì SIGIO đến.</translation>
    </message>
    <message>
        <source>neither comes into the handler of the other</source>
        <translation>cái nào cũng không chen vào hàm xử lý của cái kia</translation>
    </message>
    <message>
        <source>who came before O_ASYNC was on has sent no signal</source>
        <translation>ai đến trước khi bật O_ASYNC thì không gửi tín hiệu nào</translation>
    </message>
    <message>
        <source>The main flow: no call in which it could sleep. The handler comes between any two instructions of it.</source>
        <translation>Chương trình chính: không có lời gọi nào để ngủ. Hàm xử lý đến vào giữa hai lệnh bất kỳ của nó.</translation>
    </message>
    <message>
        <source>on demand: a stretch into which no handler may come</source>
        <translation>theo yêu cầu: một quãng mà không hàm xử lý nào được vào</translation>
    </message>
    <message>
        <source>what came meanwhile comes now: SIGIO once, or all that were queued</source>
        <translation>những gì đến trong lúc đó giờ mới vào: SIGIO một lần, hoặc mọi tín hiệu đã xếp hàng</translation>
    </message>
    <message>
        <source>Wrong on purpose, beside select.cpp: what differs is marked.</source>
        <translation>Cố ý sai, đặt cạnh select.cpp: chỗ khác nhau được đánh dấu.</translation>
    </message>
    <message>
        <source>Sends everything: send() on a blocking socket sleeps while the send buffer is full, and meanwhile nobody is served.</source>
        <translation>Gửi tất cả: send() trên socket blocking ngủ khi vùng đệm gửi còn đầy, và trong lúc đó không ai được phục vụ.</translation>
    </message>
    <message>
        <source>served now</source>
        <translation>đang được phục vụ</translation>
    </message>
    <message>
        <source>nullptr: wait forever</source>
        <translation>nullptr: chờ mãi</translation>
    </message>
    <message>
        <source>Linux rewrites it: set it anew each time</source>
        <translation>Linux ghi đè nó: mỗi lần phải đặt lại</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until one of the descriptors 0 to maxfd in readfds is ready.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi một trong các descriptor từ 0 đến maxfd trong readfds sẵn sàng.</translation>
    </message>
    <message>
        <source>the time is up, nothing was ready</source>
        <translation>hết thời gian chờ, không có gì sẵn sàng</translation>
    </message>
    <message>
        <source>a new connection is waiting</source>
        <translation>có một kết nối mới đang chờ</translation>
    </message>
    <message>
        <source>until one of them leaves: select() would return at once, again and again</source>
        <translation>cho đến khi một client đi: nếu không, select() sẽ về ngay, hết lần này đến lần khác</translation>
    </message>
    <message>
        <source>no bit in fd_set for it: refuse, never FD_SET out of bounds</source>
        <translation>fd_set không có bit cho nó: từ chối, không bao giờ FD_SET ra ngoài mảng</translation>
    </message>
    <message>
        <source>no other descriptor is ready</source>
        <translation>không có descriptor nào khác sẵn sàng</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: select() will tell of it again</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: select() sẽ lại báo</translation>
    </message>
    <message>
        <source>no descriptor left for it: perhaps the next time</source>
        <translation>không còn descriptor cho nó: có lẽ để lần sau</translation>
    </message>
    <message>
        <source>nothing has come</source>
        <translation>chưa có gì đến</translation>
    </message>
    <message>
        <source>Wrong on purpose, beside two_inputs_select.cpp: what differs is marked.</source>
        <translation>Cố ý sai, đặt cạnh two_inputs_select.cpp: chỗ khác nhau được đánh dấu.</translation>
    </message>
    <message>
        <source>fileno(stdin): to the kernel the keyboard is a descriptor like any other</source>
        <translation>fileno(stdin): với hạt nhân, bàn phím cũng là một descriptor như mọi descriptor khác</translation>
    </message>
    <message>
        <source>line has 16 bytes, and behind them lies name</source>
        <translation>line có 16 byte, và ngay sau nó là name</translation>
    </message>
    <message>
        <source>Phase 1 for both: sleeps until a line has been typed or something has come from the peer.</source>
        <translation>Giai đoạn 1 cho cả hai: ngủ cho đến khi một dòng được gõ xong hoặc có gì đến từ đầu bên kia.</translation>
    </message>
    <message>
        <source>What gets(line) does: as much as the user has typed, whatever room there is.</source>
        <translation>Việc mà gets(line) làm: người dùng gõ bao nhiêu lấy bấy nhiêu, bất kể còn bao nhiêu chỗ.</translation>
    </message>
    <message>
        <source>instead of Enter</source>
        <translation>thay cho Enter</translation>
    </message>
    <message>
        <source>Ctrl-D: nothing more to send, but perhaps something to receive</source>
        <translation>Ctrl-D: không gửi gì nữa, nhưng có thể còn nhận</translation>
    </message>
    <message>
        <source>0: the peer closed its end; -1: it reset the connection</source>
        <translation>0: đầu bên kia đã đóng; -1: nó đã reset kết nối</translation>
    </message>
    <message>
        <source>Wrong on purpose, beside sigio_udp.cpp: what differs is marked.</source>
        <translation>Cố ý sai, đặt cạnh sigio_udp.cpp: chỗ khác nhau được đánh dấu.</translation>
    </message>
    <message>
        <source>nobody passes the handler an argument: it finds its socket here</source>
        <translation>không ai truyền tham số cho hàm xử lý: nó tìm socket của mình ở đây</translation>
    </message>
    <message>
        <source>Steps 2 and 3 of three: who gets the signal, which signal, and that it is wanted at all.</source>
        <translation>Bước 2 và 3 trong ba bước: ai nhận tín hiệu, tín hiệu nào, và muốn có tín hiệu.</translation>
    </message>
    <message>
        <source>its first words</source>
        <translation>lời đầu tiên của nó</translation>
    </message>
    <message>
        <source>Wrong on purpose, beside select_all.cpp: what differs is marked.</source>
        <translation>Cố ý sai, đặt cạnh select_all.cpp: chỗ khác nhau được đánh dấu.</translation>
    </message>
    <message>
        <source>select() will leave only the ready ones in the three</source>
        <translation>select() sẽ chỉ để lại trong ba tập những descriptor đã sẵn sàng</translation>
    </message>
    <message>
        <source>nullptr: wait forever; {0, 0}: do not wait, only ask</source>
        <translation>nullptr: chờ mãi; {0, 0}: không chờ, chỉ hỏi</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until one can be read, one can be written, or one has urgent data.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi đọc được, ghi được, hoặc có dữ liệu khẩn.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: ask again</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: hỏi lại</translation>
    </message>
    <message>
        <source>one of them is no descriptor any more: which?</source>
        <translation>một trong số đó không còn là descriptor: cái nào?</translation>
    </message>
    <message>
        <source>no bit in fd_set for it (never FD_SET out of bounds), or it could hold up all others: refuse</source>
        <translation>fd_set không có bit cho nó (không bao giờ FD_SET ra ngoài mảng), hoặc nó có thể làm mọi người phải chờ: từ chối</translation>
    </message>
    <message>
        <source>not allwrite: nearly always there is room, select() would never sleep</source>
        <translation>không vào allwrite: gần như lúc nào cũng có chỗ, select() sẽ không bao giờ ngủ</translation>
    </message>
    <message>
        <source>urgent data: one byte beside the stream, echoed as such</source>
        <translation>dữ liệu khẩn: một byte bên cạnh dòng byte, cũng gửi trả như vậy</translation>
    </message>
    <message>
        <source>if the peer has gone: SIGPIPE, which ends the program, and no -1</source>
        <translation>nếu đầu kia đã đi: SIGPIPE kết thúc chương trình, chứ không phải -1</translation>
    </message>
    <message>
        <source>Not fgets(): select() knows nothing of what the C library has read ahead.</source>
        <translation>Không dùng fgets(): select() không biết thư viện C đã đọc trước những gì.</translation>
    </message>
    <message>
        <source>as printf(&quot;%s&quot;, buffer)</source>
        <translation>như printf(&quot;%s&quot;, buffer)</translation>
    </message>
    <message>
        <source>half a second</source>
        <translation>nửa giây</translation>
    </message>
    <message>
        <source>TCP echo server, non-blocking I/O (UNP 6.2, 16.2): no call ever waits. One that has nothing to do returns -1 with</source>
        <translation>TCP echo server, non-blocking I/O (UNP 6.2, 16.2): không lời gọi nào chờ. Lời gọi không có gì để làm trả về -1 với</translation>
    </message>
    <message>
        <source>EWOULDBLOCK at once, and is called again, and again: this is polling.</source>
        <translation>EWOULDBLOCK ngay, rồi được gọi lại, gọi lại nữa: đó là polling.</translation>
    </message>
    <message>
        <source>From now on no call on fd waits. F_SETFL clears the flags that it is not given: so it is given those that are on already, too.</source>
        <translation>Từ giờ không lời gọi nào trên fd chờ. F_SETFL xoá những cờ không được giao cho nó: vì thế giao cả những cờ đang bật.</translation>
    </message>
    <message>
        <source>phase 1 is not over: ask again in the next round</source>
        <translation>giai đoạn 1 chưa qua: vòng sau hỏi lại</translation>
    </message>
    <message>
        <source>phase 2 is done: the data is here</source>
        <translation>giai đoạn 2 đã xong: dữ liệu ở đây</translation>
    </message>
    <message>
        <source>the send buffer is full: try again in the next round</source>
        <translation>vùng đệm gửi đã đầy: vòng sau thử lại</translation>
    </message>
    <message>
        <source>accept() does not hand O_NONBLOCK down</source>
        <translation>accept() không truyền lại O_NONBLOCK</translation>
    </message>
    <message>
        <source>it is no listening socket any more: to ask again is in vain</source>
        <translation>nó không còn là socket nghe: hỏi lại cũng vô ích</translation>
    </message>
    <message>
        <source>UDP echo server, non-blocking I/O (UNP 6.2): recvfrom() never waits. Without a datagram it returns -1 with</source>
        <translation>UDP echo server, non-blocking I/O (UNP 6.2): recvfrom() không bao giờ chờ. Không có datagram thì nó trả về -1 với</translation>
    </message>
    <message>
        <source>From now on no call on sockfd waits. F_SETFL clears the flags that it is not given: so it is given those that are on already, too.</source>
        <translation>Từ giờ không lời gọi nào trên sockfd chờ. F_SETFL xoá những cờ không được giao cho nó: vì thế giao cả những cờ đang bật.</translation>
    </message>
    <message>
        <source>phase 2 is done: one datagram is here</source>
        <translation>giai đoạn 2 đã xong: một datagram ở đây</translation>
    </message>
    <message>
        <source>perhaps there is another one</source>
        <translation>có thể còn một datagram nữa</translation>
    </message>
    <message>
        <source>Phase 1 is not over: ask again in the next round.</source>
        <translation>Giai đoạn 1 chưa qua: vòng sau hỏi lại.</translation>
    </message>
    <message>
        <source>What a program with one peer begins with: it listens, and accepts once (UNP 4.6).</source>
        <translation>Chương trình chỉ có một đầu bên kia bắt đầu như sau: nghe, và accept một lần (UNP 4.6).</translation>
    </message>
    <message>
        <source>TCP echo server, I/O multiplexing with poll() (UNP 6.11): one thread serves every client.</source>
        <translation>TCP echo server, I/O multiplexing với poll() (UNP 6.11): một luồng phục vụ mọi client.</translation>
    </message>
    <message>
        <source>Like select(), but asked with an array: one entry a descriptor, and no limit of FD_SETSIZE.</source>
        <translation>Như select(), nhưng hỏi bằng một mảng: mỗi descriptor một phần tử, và không có giới hạn FD_SETSIZE.</translation>
    </message>
    <message>
        <source>clients at most: entries of the array</source>
        <translation>số client nhiều nhất: số phần tử của mảng</translation>
    </message>
    <message>
        <source>what we ask: is there something to read? poll() does not change it</source>
        <translation>điều ta hỏi: có gì để đọc không? poll() không sửa nó</translation>
    </message>
    <message>
        <source>the last entry in use</source>
        <translation>phần tử cuối đang dùng</translation>
    </message>
    <message>
        <source>poll() takes milliseconds in an int: no more than 24 days. -1: wait forever</source>
        <translation>poll() nhận mili giây trong một int: không quá 24 ngày. -1: chờ mãi</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until one of the entries 0 to maxi is ready.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi một trong các phần tử từ 0 đến maxi sẵn sàng.</translation>
    </message>
    <message>
        <source>until one of them leaves: poll() would return at once, again and again</source>
        <translation>cho đến khi một client đi: nếu không, poll() sẽ về ngay, hết lần này đến lần khác</translation>
    </message>
    <message>
        <source>no entry for it: refuse</source>
        <translation>không có phần tử cho nó: từ chối</translation>
    </message>
    <message>
        <source>the first free entry</source>
        <translation>phần tử trống đầu tiên</translation>
    </message>
    <message>
        <source>POLLIN, or POLLERR and POLLHUP, which nobody need ask for</source>
        <translation>POLLIN, hoặc POLLERR và POLLHUP, hai thứ không cần hỏi</translation>
    </message>
    <message>
        <source>else it is no descriptor any more: there is nothing to close</source>
        <translation>nếu không, nó không còn là descriptor: không có gì để đóng</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: poll() will tell of it again</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: poll() sẽ lại báo</translation>
    </message>
    <message>
        <source>the entry is free again</source>
        <translation>phần tử lại trống</translation>
    </message>
    <message>
        <source>TCP echo server with all that poll() can tell (UNP 6.10, 16.2, 24.2): POLLIN, POLLOUT after a full send buffer, POLLPRI for</source>
        <translation>TCP echo server với mọi điều poll() báo được (UNP 6.10, 16.2, 24.2): POLLIN, POLLOUT sau khi vùng đệm gửi đầy, POLLPRI cho</translation>
    </message>
    <message>
        <source>urgent data, and, without being asked, POLLERR, POLLHUP and POLLNVAL.</source>
        <translation>dữ liệu khẩn, và, dù không hỏi, POLLERR, POLLHUP và POLLNVAL.</translation>
    </message>
    <message>
        <source>What a client has sent and has not got back yet, because its send buffer was full.</source>
        <translation>Những gì một client đã gửi mà chưa được gửi trả, vì vùng đệm gửi của nó đã đầy.</translation>
    </message>
    <message>
        <source>poll() takes milliseconds in an int: no more than 24 days. -1: forever; 0: only ask</source>
        <translation>poll() nhận mili giây trong một int: không quá 24 ngày. -1: mãi mãi; 0: chỉ hỏi</translation>
    </message>
    <message>
        <source>Phase 1 for all: sleeps until something that was asked about, or an error, has come to one of the entries.</source>
        <translation>Giai đoạn 1 cho tất cả: ngủ cho đến khi điều đã hỏi, hoặc một lỗi, đến với một phần tử.</translation>
    </message>
    <message>
        <source>no entry for it, or it could hold up all others: refuse</source>
        <translation>không có phần tử cho nó, hoặc nó có thể làm mọi người phải chờ: từ chối</translation>
    </message>
    <message>
        <source>not POLLOUT: nearly always there is room, poll() would never sleep</source>
        <translation>không hỏi POLLOUT: gần như lúc nào cũng có chỗ, poll() sẽ không bao giờ ngủ</translation>
    </message>
    <message>
        <source>the connection was reset; or this is no descriptor any more</source>
        <translation>kết nối đã bị reset; hoặc đây không còn là descriptor</translation>
    </message>
    <message>
        <source>all is gone: read from this client again</source>
        <translation>đã gửi hết: lại đọc của client này</translation>
    </message>
    <message>
        <source>0: the client closed its end</source>
        <translation>0: client đã đóng phía của nó</translation>
    </message>
    <message>
        <source>the send buffer is full: wait for room, and read no more</source>
        <translation>vùng đệm gửi đã đầy: chờ có chỗ, và không đọc thêm</translation>
    </message>
    <message>
        <source>both directions are shut</source>
        <translation>cả hai chiều đã đóng</translation>
    </message>
    <message>
        <source>UDP echo server, I/O multiplexing with poll() (UNP 6.10, 8.4): an array of one entry serves every client,</source>
        <translation>UDP echo server, I/O multiplexing với poll() (UNP 6.10, 8.4): một mảng một phần tử phục vụ mọi client,</translation>
    </message>
    <message>
        <source>since datagrams of all of them come to the same socket.</source>
        <translation>vì datagram của tất cả đều đến cùng một socket.</translation>
    </message>
    <message>
        <source>what we ask: is there a datagram? poll() does not change it</source>
        <translation>điều ta hỏi: có datagram không? poll() không sửa nó</translation>
    </message>
    <message>
        <source>Phase 2: copies one datagram. MSG_DONTWAIT: ready is no promise, the kernel may find its checksum wrong and drop it.</source>
        <translation>Giai đoạn 2: copy một datagram. MSG_DONTWAIT: sẵn sàng không phải lời hứa, hạt nhân có thể thấy tổng kiểm tra sai và bỏ nó.</translation>
    </message>
    <message>
        <source>The work of a main flow that is blocked in no call.</source>
        <translation>Công việc của một chương trình chính không bị chặn trong lời gọi nào.</translation>
    </message>
    <message>
        <source>TCP relay between exactly two clients: what one sends goes to the other, whenever it likes (UNP 6.3, 16.2).</source>
        <translation>Server chuyển tiếp TCP giữa đúng hai client: ai gửi gì thì người kia nhận, lúc nào cũng được (UNP 6.3, 16.2).</translation>
    </message>
    <message>
        <source>Each direction has a queue of its own. Who reads slowly slows down the one who sends to it, and nobody else.</source>
        <translation>Mỗi chiều có hàng đợi riêng. Ai đọc chậm thì chỉ làm chậm người gửi cho mình, không ai khác.</translation>
    </message>
    <message>
        <source>What has come from one client and has not gone to the other yet.</source>
        <translation>Những gì đã đến từ một client mà chưa tới client kia.</translation>
    </message>
    <message>
        <source>nothing more will come from it</source>
        <translation>từ nó sẽ không còn gì đến nữa</translation>
    </message>
    <message>
        <source>From now on no call on fd waits: send() must not wait for a slow reader.</source>
        <translation>Từ giờ không lời gọi nào trên fd chờ: send() không được chờ một người đọc chậm.</translation>
    </message>
    <message>
        <source>Sends as much of it as the send buffer takes. Who has reset the connection takes no more: what is for him goes nowhere.</source>
        <translation>Gửi được bao nhiêu thì gửi. Ai đã reset kết nối thì không nhận nữa: những gì cho họ không đi đâu cả.</translation>
    </message>
    <message>
        <source>queue[i]: from client i to the other, 1 - i</source>
        <translation>queue[i]: từ client i tới client kia, 1 - i</translation>
    </message>
    <message>
        <source>the place is free again, maxfd stays</source>
        <translation>chỗ lại trống, maxfd giữ nguyên</translation>
    </message>
    <message>
        <source>Phase 1 for both: sleeps until one has sent something, or there is room again for what waits in a queue.</source>
        <translation>Giai đoạn 1 cho cả hai: ngủ cho đến khi một bên đã gửi gì, hoặc lại có chỗ cho phần đang chờ trong hàng đợi.</translation>
    </message>
    <message>
        <source>there are two already: unanswered it would believe itself served, since it is connected</source>
        <translation>đã có hai rồi: không trả lời thì nó tưởng mình được phục vụ, vì nó đã được kết nối</translation>
    </message>
    <message>
        <source>the other did not wait for us</source>
        <translation>bên kia đã không chờ ta</translation>
    </message>
    <message>
        <source>read no more from it until the other has taken this</source>
        <translation>không đọc thêm của nó cho đến khi bên kia nhận xong phần này</translation>
    </message>
    <message>
        <source>it left before the other came</source>
        <translation>nó đi trước khi bên kia đến</translation>
    </message>
    <message>
        <source>0: it sends no more; -1: it reset the connection. The other may still be sending</source>
        <translation>0: nó không gửi nữa; -1: nó đã reset kết nối. Bên kia có thể vẫn còn gửi</translation>
    </message>
    <message>
        <source>UDP relay between two peers (UNP 8.4, 6.2): the first two who send are remembered, and what comes from one goes to the other.</source>
        <translation>Server chuyển tiếp UDP giữa hai bên (UNP 8.4, 6.2): hai bên gửi đầu tiên được nhớ, và những gì đến từ bên này đi sang bên kia.</translation>
    </message>
    <message>
        <source>There is nothing to accept or to refuse, and nobody tells that he leaves.</source>
        <translation>Không có gì để chấp nhận hay từ chối, và không ai báo là mình đi.</translation>
    </message>
    <message>
        <source>a third</source>
        <translation>bên thứ ba</translation>
    </message>
    <message>
        <source>else nobody knows yet where the other is</source>
        <translation>nếu không, chưa ai biết bên kia ở đâu</translation>
    </message>
    <message>
        <source>TCP echo server, I/O multiplexing with select() (UNP 6.8): one thread serves every client.</source>
        <translation>TCP echo server, I/O multiplexing với select() (UNP 6.8): một luồng phục vụ mọi client.</translation>
    </message>
    <message>
        <source>It sleeps in select() for all of them at once, and calls accept() or recv() only when that will not block.</source>
        <translation>Nó ngủ trong select() thay cho tất cả cùng lúc, và chỉ gọi accept() hoặc recv() khi lời gọi ấy không bị chặn.</translation>
    </message>
    <message>
        <source>TCP echo server with all that select() can wait for (UNP 6.3, 16.2, 24.2): a descriptor that can be read, one that can be</source>
        <translation>TCP echo server với mọi điều select() chờ được (UNP 6.3, 16.2, 24.2): descriptor đọc được, descriptor lại</translation>
    </message>
    <message>
        <source>written again after its send buffer was full, one with urgent data.</source>
        <translation>ghi được sau khi vùng đệm gửi đầy, descriptor có dữ liệu khẩn.</translation>
    </message>
    <message>
        <source>the send buffer is full: wait until it can be written</source>
        <translation>vùng đệm gửi đã đầy: chờ đến khi ghi được</translation>
    </message>
    <message>
        <source>and read no more until then</source>
        <translation>và không đọc thêm cho đến lúc đó</translation>
    </message>
    <message>
        <source>UDP echo server, I/O multiplexing with select() (UNP 6.2, 8.4): sleeps in select(), then recvfrom() does not wait.</source>
        <translation>UDP echo server, I/O multiplexing với select() (UNP 6.2, 8.4): ngủ trong select(), sau đó recvfrom() không chờ.</translation>
    </message>
    <message>
        <source>One descriptor serves every client, since datagrams of all of them come to the same socket.</source>
        <translation>Một descriptor phục vụ mọi client, vì datagram của tất cả đều đến cùng một socket.</translation>
    </message>
    <message>
        <source>TCP echo server, signal-driven I/O (UNP 6.2, 25): the kernel sends a signal when something can be done on a descriptor, and</source>
        <translation>TCP echo server, signal-driven I/O (UNP 6.2, 25): hạt nhân gửi tín hiệu khi có thể làm gì đó trên một descriptor, và</translation>
    </message>
    <message>
        <source>the signal&apos;s handler does it without waiting. The main flow is blocked in no call: it computes on.</source>
        <translation>hàm xử lý tín hiệu làm việc đó mà không chờ. Chương trình chính không bị chặn trong lời gọi nào: nó tính tiếp.</translation>
    </message>
    <message>
        <source>UDP echo server, signal-driven I/O (UNP 6.2, 25.3): the kernel sends a signal for each datagram, and for an error that waits on</source>
        <translation>UDP echo server, signal-driven I/O (UNP 6.2, 25.3): hạt nhân gửi tín hiệu cho mỗi datagram, và cho lỗi đang chờ trên</translation>
    </message>
    <message>
        <source>the socket. With TCP it sends one for so many things that they can hardly be told apart.</source>
        <translation>socket. Với TCP, có quá nhiều điều sinh ra tín hiệu nên khó mà phân biệt.</translation>
    </message>
    <message>
        <source>one SIGIO may stand for many datagrams: takes all there are</source>
        <translation>một SIGIO có thể thay cho nhiều datagram: lấy hết những gì đang có</translation>
    </message>
    <message>
        <source>EWOULDBLOCK: all have been taken, the next one will send a signal</source>
        <translation>EWOULDBLOCK: đã lấy hết, datagram sau sẽ gửi tín hiệu</translation>
    </message>
    <message>
        <source>shutdown() sends a signal as well, and there is nothing to read for ever</source>
        <translation>shutdown() cũng gửi tín hiệu, và khi đó chẳng bao giờ có gì để đọc</translation>
    </message>
    <message>
        <source>Keyboard and socket with blocking calls (UNP 6.2): what is typed goes to the peer, what the peer sends to the screen. Whichever of</source>
        <translation>Bàn phím và socket với các lời gọi blocking (UNP 6.2): gõ gì thì gửi sang đầu bên kia, đầu bên kia gửi gì thì in ra màn hình. Chờ bên này</translation>
    </message>
    <message>
        <source>the two it waits for, the other one starves.</source>
        <translation>thì bên kia bị bỏ đói.</translation>
    </message>
    <message>
        <source>fgets() calls read(0), and there it sleeps until a line has been typed, whatever comes from the socket.</source>
        <translation>fgets() gọi read(0) và ngủ trong đó cho đến khi một dòng được gõ xong, dù socket có gì đến.</translation>
    </message>
    <message>
        <source>a signal&apos;s handler ran meanwhile: no line was lost</source>
        <translation>giữa chừng hàm xử lý của một tín hiệu đã chạy: không mất dòng nào</translation>
    </message>
    <message>
        <source>Sleeps until the peer has sent something, whatever is typed.</source>
        <translation>Ngủ cho đến khi đầu bên kia đã gửi gì, dù có gõ gì.</translation>
    </message>
    <message>
        <source>Keyboard and socket, both non-blocking (UNP 16.2): each is asked in turn whether it has something. Nobody starves, and the</source>
        <translation>Bàn phím và socket, cả hai đều non-blocking (UNP 16.2): lần lượt hỏi mỗi bên có gì không. Không ai bị bỏ đói, và bộ xử lý</translation>
    </message>
    <message>
        <source>processor never rests.</source>
        <translation>không được nghỉ.</translation>
    </message>
    <message>
        <source>the peer closed its end, or reset the connection</source>
        <translation>đầu bên kia đã đóng, hoặc reset kết nối</translation>
    </message>
    <message>
        <source>Keyboard and socket in one select() (UNP 6.4): it sleeps in one place and waits for both, and who has something is served.</source>
        <translation>Bàn phím và socket trong cùng một select() (UNP 6.4): nó ngủ một chỗ mà chờ được cả hai, và ai có gì thì được phục vụ.</translation>
    </message>
    <message>
        <source>The trap (UNP 6.5): select() for keyboard and socket, but the line is read with fgets(). What the C library has read ahead is in</source>
        <translation>Cái bẫy (UNP 6.5): select() cho bàn phím và socket, nhưng dòng lại được đọc bằng fgets(). Phần thư viện C đã đọc trước thì</translation>
    </message>
    <message>
        <source>the program already: select() does not see it, and sleeps.</source>
        <translation>đã ở trong chương trình: select() không thấy nó, và ngủ.</translation>
    </message>
    <message>
        <source>Sleeps until the kernel has something: what waits in the stream&apos;s own buffer is not in the kernel any more.</source>
        <translation>Ngủ cho đến khi hạt nhân có gì: phần chờ trong vùng đệm của stream không còn ở hạt nhân nữa.</translation>
    </message>
    <message>
        <source>One line, or 15 characters of it. read() inside took all that was there.</source>
        <translation>Một dòng, hoặc 15 ký tự của nó. read() bên trong đã lấy hết những gì đang có.</translation>
    </message>
    <message>
        <source>What a client does: the calls of UNP 4.3, on a blocking socket.</source>
        <translation>Việc một client làm: các lời gọi của UNP 4.3, trên một socket blocking.</translation>
    </message>
    <message>
        <source>TCP: returns when the kernels have shaken hands; the server need not have called accept() yet.</source>
        <translation>TCP: trả về khi hai hạt nhân đã bắt tay xong; server chưa cần gọi accept().</translation>
    </message>
    <message>
        <source>UDP: nothing is sent. The kernel remembers where send() shall go, and from whom recv() shall take (UNP 8.11).</source>
        <translation>UDP: không gửi gì. Hạt nhân nhớ send() phải gửi đi đâu, và recv() phải nhận của ai (UNP 8.11).</translation>
    </message>
    <message>
        <source>Which port did the kernel choose for this end? It is how the server&apos;s accept() or recvfrom() names us.</source>
        <translation>Hạt nhân đã chọn cổng nào cho đầu này? accept() hoặc recvfrom() của server gọi ta bằng cổng ấy.</translation>
    </message>
    <message>
        <source>Sleeps while the send buffer is full, because the server does not read.</source>
        <translation>Ngủ khi vùng đệm gửi còn đầy, vì server không đọc.</translation>
    </message>
    <message>
        <source>recv() with MSG_OOB never sleeps: without urgent data it fails with EINVAL. So poll() waits for it.</source>
        <translation>recv() với MSG_OOB không bao giờ ngủ: không có dữ liệu khẩn thì nó thất bại với EINVAL. Vì thế poll() chờ thay.</translation>
    </message>
    <message>
        <source>Sleeps until at least one byte has arrived, then copies what there is.</source>
        <translation>Ngủ cho đến khi có ít nhất một byte đến, rồi copy những gì đang có.</translation>
    </message>
    <message>
        <source>the server has closed its end</source>
        <translation>server đã đóng phía của nó</translation>
    </message>
    <message>
        <source>Lingering for no time at all: close() throws the connection away and tells the server so (RST).</source>
        <translation>Không nán lại chút nào: close() bỏ kết nối và báo cho server biết (RST).</translation>
    </message>
    <message>
        <source>What a client does over UDP: the calls of UNP 8.11, on a blocking socket that knows the server&apos;s address.</source>
        <translation>Việc một client làm qua UDP: các lời gọi của UNP 8.11, trên một socket blocking đã biết địa chỉ của server.</translation>
    </message>
    <message>
        <source>One send() is one datagram. It may get lost: when the server&apos;s receive buffer is full, the kernel drops it.</source>
        <translation>Một send() là một datagram. Nó có thể mất: khi vùng đệm nhận của server đầy, hạt nhân bỏ nó.</translation>
    </message>
    <message>
        <source>ECONNREFUSED: nobody has the port that an earlier datagram was for</source>
        <translation>ECONNREFUSED: không ai giữ cổng mà một datagram trước đã gửi tới</translation>
    </message>
    <message>
        <source>the largest datagram fits: what does not is lost</source>
        <translation>datagram lớn nhất cũng vừa: phần không vừa bị mất</translation>
    </message>
    <message>
        <source>Sleeps until a datagram from the server has arrived, then copies that one. 0 bytes are an empty datagram, no end.</source>
        <translation>Ngủ cho đến khi một datagram của server đến, rồi copy đúng datagram đó. 0 byte là datagram rỗng, không phải hết dữ liệu.</translation>
    </message>
    <message>
        <source>those we watch; those select() overwrites</source>
        <translation>tập ta theo dõi; tập mà select() ghi đè</translation>
    </message>
    <message>
        <source>-1: a free slot</source>
        <translation>-1: ô trống</translation>
    </message>
    <message>
        <source>those we watch</source>
        <translation>những tập ta theo dõi</translation>
    </message>
    <message>
        <source>those select() overwrites</source>
        <translation>những tập mà select() ghi đè</translation>
    </message>
    <message>
        <source>we are the first to close: half, so that the</source>
        <translation>ta đóng trước: chỉ một chiều, để</translation>
    </message>
    <message>
        <source>a message has come: one answer</source>
        <translation>một tin đã đến: trả lời một lần</translation>
    </message>
    <message>
        <source>fd -1: a free entry, which poll() passes over</source>
        <translation>fd -1: phần tử trống, poll() bỏ qua nó</translation>
    </message>
    <message>
        <source>-1: a free place</source>
        <translation>-1: chỗ trống</translation>
    </message>
    <message>
        <source>TCP echo server, blocking I/O, a thread for each client (UNP 26.4).</source>
        <translation>TCP echo server, blocking I/O, mỗi client một luồng (UNP 26.4).</translation>
    </message>
    <message>
        <source>Each thread sleeps in recv() for its own client alone, the first one in accept(): nobody waits for anybody, and nobody asks who is ready.</source>
        <translation>Mỗi luồng ngủ trong recv() vì riêng client của nó, luồng đầu ngủ trong accept(): không ai chờ ai, và không ai phải hỏi xem ai đã sẵn sàng.</translation>
    </message>
    <message>
        <source>What the threads share: one at a time has the lock, and only that one looks at it or changes it.</source>
        <translation>Những gì các luồng dùng chung: mỗi lúc một luồng giữ khoá, và chỉ luồng ấy được xem hoặc sửa.</translation>
    </message>
    <message>
        <source>A client and its thread: the first thread&apos;s own, which hands it to the other one.</source>
        <translation>Một client và luồng của nó: luồng đầu giữ, rồi giao cho luồng kia.</translation>
    </message>
    <message>
        <source>and not joined yet</source>
        <translation>và chưa được join</translation>
    </message>
    <message>
        <source>Sends everything: send() on a blocking socket sleeps while the send buffer is full, and so does this client&apos;s thread alone.</source>
        <translation>Gửi tất cả: send() trên socket blocking ngủ khi vùng đệm gửi còn đầy, và chỉ luồng của client này ngủ theo.</translation>
    </message>
    <message>
        <source>the next accept() may give the same number: not before the slot is free</source>
        <translation>accept() kế tiếp có thể trả về đúng số này: chưa được trước khi ô trống</translation>
    </message>
    <message>
        <source>A client&apos;s thread, from its first line to its last.</source>
        <translation>Luồng của một client, từ dòng đầu đến dòng cuối.</translation>
    </message>
    <message>
        <source>Phase 1 and phase 2 in one call: this thread sleeps until its client&apos;s data arrives, and copies it.</source>
        <translation>Giai đoạn 1 và 2 trong một lời gọi: luồng này ngủ cho đến khi dữ liệu của client nó đến, rồi copy.</translation>
    </message>
    <message>
        <source>The first free slot, taken by connfd; most_clients: there is none.</source>
        <translation>Ô trống đầu tiên, connfd chiếm lấy; most_clients: không còn ô nào.</translation>
    </message>
    <message>
        <source>Sleeps until there are fewer than `clients`.</source>
        <translation>Ngủ cho đến khi còn ít hơn `clients`.</translation>
    </message>
    <message>
        <source>without the lock, so that one can leave</source>
        <translation>không giữ khoá, để có luồng ra được</translation>
    </message>
    <message>
        <source>Sleeps until the queue of completed connections has one; the other threads go on meanwhile.</source>
        <translation>Ngủ cho đến khi hàng đợi các kết nối đã hoàn tất có một kết nối; các luồng khác chạy tiếp trong lúc đó.</translation>
    </message>
    <message>
        <source>no descriptor left: accept() would fail again and again</source>
        <translation>không còn descriptor: accept() sẽ thất bại hết lần này đến lần khác</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>the thread of the slot&apos;s last client is over, or about to be</source>
        <translation>luồng của client trước ở ô này đã kết thúc, hoặc sắp kết thúc</translation>
    </message>
    <message>
        <source>the system allows no further thread: refused</source>
        <translation>hệ thống không cho thêm luồng: từ chối</translation>
    </message>
    <message>
        <source>each leaves when its client does</source>
        <translation>luồng nào cũng ra khi client của nó đi</translation>
    </message>
</context>
</TS>
