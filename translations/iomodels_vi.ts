<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>Audience</name>
    <message>
        <source>Nobody is in yet</source>
        <translation>Chưa có ai kết nối</translation>
    </message>
    <message numerus="yes">
        <source>%n are in</source>
        <translation>
            <numerusform>%n người đang kết nối</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n machines</source>
        <translation>
            <numerusform>từ %n máy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>12 are in, from 9 machines</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody from other machines is let in.</source>
        <translation>Không ai từ máy khác được kết nối vào.</translation>
    </message>
    <message>
        <source>With a browser at %1, or in a terminal with %2. %3.</source>
        <comment>%3: how many are in</comment>
        <translation>Bằng trình duyệt ở %1, hoặc trong terminal bằng %2. %3.</translation>
    </message>
    <message>
        <source>Be a client of this server</source>
        <translation>Hãy làm client của server này</translation>
    </message>
    <message>
        <source>With a phone, or in a browser:</source>
        <translation>Bằng điện thoại hoặc trình duyệt:</translation>
    </message>
    <message>
        <source>In a terminal:</source>
        <translation>Trong terminal:</translation>
    </message>
    <message>
        <source>Turned away: %1</source>
        <translation>Bị từ chối: %1</translation>
    </message>
    <message>
        <source>A door of this program stands before the server, which sees all as clients of 127.0.0.1.</source>
        <translation>Chương trình này đứng giữa và dẫn vào: server thấy mọi người đều là client từ 127.0.0.1.</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>a number</source>
        <comment>an argument of a call</comment>
        <translation>một số</translation>
    </message>
    <message>
        <source>the name of an array of char</source>
        <translation>tên một mảng char</translation>
    </message>
    <message>
        <source>a string, or the name of an array of char</source>
        <translation>một chuỗi, hoặc tên một mảng char</translation>
    </message>
    <message>
        <source>a descriptor set such as &amp;readfds, or NULL where the call takes it</source>
        <translation>một tập descriptor như &amp;readfds, hoặc NULL nếu lời gọi cho phép</translation>
    </message>
    <message>
        <source>a struct timeval such as &amp;tv, or NULL</source>
        <translation>một struct timeval như &amp;tv, hoặc NULL</translation>
    </message>
    <message>
        <source>a struct sockaddr_in such as &amp;addr, or NULL where the call takes it</source>
        <translation>một struct sockaddr_in như &amp;addr, hoặc NULL nếu lời gọi cho phép</translation>
    </message>
    <message>
        <source>the address of an int that holds a size, such as &amp;len</source>
        <translation>địa chỉ của một int chứa kích thước, như &amp;len</translation>
    </message>
    <message>
        <source>the name of an array of struct pollfd</source>
        <translation>tên một mảng struct pollfd</translation>
    </message>
    <message>
        <source>the address of a variable that holds the option&apos;s value, such as &amp;on</source>
        <translation>địa chỉ của biến chứa giá trị tuỳ chọn, như &amp;on</translation>
    </message>
    <message>
        <source>the name of an int[2]</source>
        <translation>tên một mảng int[2]</translation>
    </message>
    <message>
        <source>the address of an int, such as &amp;n</source>
        <translation>địa chỉ của một int, như &amp;n</translation>
    </message>
    <message>
        <source>the name of an array of struct epoll_event</source>
        <translation>tên một mảng struct epoll_event</translation>
    </message>
    <message>
        <source>the address of a struct epoll_event, such as &amp;ev</source>
        <translation>địa chỉ của một struct epoll_event, như &amp;ev</translation>
    </message>
    <message>
        <source>a struct timespec such as &amp;ts, or NULL where the call takes it</source>
        <translation>một struct timespec như &amp;ts, hoặc NULL nếu lời gọi cho phép</translation>
    </message>
    <message>
        <source>a sigset_t such as &amp;mask, or NULL</source>
        <translation>một sigset_t như &amp;mask, hoặc NULL</translation>
    </message>
    <message>
        <source>a struct sigaction such as &amp;act</source>
        <translation>một struct sigaction như &amp;act</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>một thứ khác</translation>
    </message>
    <message>
        <source>a value was expected: a number, a constant, a variable, a call.</source>
        <translation>chỗ này phải có một giá trị: số, hằng, biến hay lời gọi.</translation>
    </message>
    <message>
        <source>the name of a variable was expected.</source>
        <translation>chỗ này phải là tên một biến.</translation>
    </message>
    <message>
        <source>the quotation mark that ends this text is missing.</source>
        <translation>thiếu dấu nháy kết thúc chuỗi này.</translation>
    </message>
    <message>
        <source>%1 means nothing within a text.</source>
        <comment>an escape sequence</comment>
        <translation>%1 không có nghĩa trong một chuỗi.</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1 không phải là số.</translation>
    </message>
    <message>
        <source>the statement is too long.</source>
        <translation>câu lệnh quá dài.</translation>
    </message>
    <message>
        <source>the statement is nested too deeply.</source>
        <translation>câu lệnh lồng nhau quá sâu.</translation>
    </message>
    <message>
        <source>%1 cannot be a variable: it has a meaning already.</source>
        <translation>%1 không thể là tên biến: nó đã có nghĩa khác.</translation>
    </message>
    <message>
        <source>there is no call %1.</source>
        <translation>không có lời gọi nào tên %1.</translation>
    </message>
    <message>
        <source>there is no variable or constant %1.</source>
        <translation>không có biến hay hằng nào tên %1.</translation>
    </message>
    <message>
        <source>it has no member %1.</source>
        <translation>nó không có thành phần %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1() takes %n argument(s).</source>
        <translation>
            <numerusform>%1() cần %n đối số.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a variable of another type.</source>
        <translation>%1 là một biến kiểu khác.</translation>
    </message>
    <message>
        <source>nothing can be assigned to this.</source>
        <translation>không thể gán cho chỗ này.</translation>
    </message>
    <message>
        <source>an fd_set has room for the descriptors 0 to 1023, FD_SETSIZE is 1024: %1 would be written or read outside of it, which is undefined (select(2)).</source>
        <translation>fd_set chỉ có chỗ cho các descriptor từ 0 đến 1023 (FD_SETSIZE là 1024): với %1 sẽ ghi hoặc đọc ra ngoài nó, hành vi không xác định (select(2)).</translation>
    </message>
    <message>
        <source>%1 has no room for %2: the call would leave its memory.</source>
        <translation>%1 không đủ chỗ cho %2: lời gọi sẽ ra ngoài vùng nhớ của nó.</translation>
    </message>
    <message>
        <source>the bench makes sockets of AF_INET and AF_INET6, and pairs of AF_UNIX.</source>
        <translation>bàn thí nghiệm chỉ tạo socket AF_INET và AF_INET6, và cặp socket AF_UNIX.</translation>
    </message>
    <message>
        <source>the bench does not know this command of fcntl() or ioctl().</source>
        <translation>bàn thí nghiệm không biết lệnh này của fcntl() hay ioctl().</translation>
    </message>
    <message>
        <source>the bench does not know this socket option at this level.</source>
        <translation>bàn thí nghiệm không biết tuỳ chọn socket này ở level này.</translation>
    </message>
    <message>
        <source>signals may go to the bench itself only: getpid() or gettid().</source>
        <translation>tín hiệu chỉ được gửi cho chính bàn thí nghiệm: getpid() hoặc gettid().</translation>
    </message>
    <message>
        <source>the bench has no room for this.</source>
        <translation>bàn thí nghiệm không có đủ chỗ cho thứ này.</translation>
    </message>
    <message>
        <source>Nearest: %1.</source>
        <comment>names like a mistyped one</comment>
        <translation>Gần nhất: %1.</translation>
    </message>
    <message>
        <source>expected here: %1</source>
        <translation>chỗ này phải là: %1</translation>
    </message>
    <message>
        <source>the address of a struct aiocb, such as &amp;r</source>
        <translation>địa chỉ của một struct aiocb, như &amp;r</translation>
    </message>
    <message>
        <source>the name of an array of requests: list = {&amp;r1, &amp;r2};</source>
        <translation>tên một mảng yêu cầu: list = {&amp;r1, &amp;r2};</translation>
    </message>
    <message>
        <source>the bench does not know this structure; it knows timeval, timespec, linger, pollfd, sockaddr_in, epoll_event, sigaction and aiocb.</source>
        <translation>bàn thí nghiệm không biết cấu trúc này; nó biết timeval, timespec, linger, pollfd, sockaddr_in, epoll_event, sigaction và aiocb.</translation>
    </message>
    <message>
        <source>the request %1 has not been done yet.</source>
        <translation>yêu cầu %1 vẫn chưa hoàn tất.</translation>
    </message>
    <message>
        <source>the request %1 has no buffer: %1.aio_buf = buffer;</source>
        <translation>yêu cầu %1 chưa có vùng đệm: %1.aio_buf = buffer;</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>bàn phím</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>màn hình</translation>
    </message>
    <message>
        <source>Makes a socket: the lowest free descriptor names it.</source>
        <translation>Tạo một socket: nó lấy descriptor nhỏ nhất còn trống.</translation>
    </message>
    <message>
        <source>Gives the socket its own address and port.</source>
        <translation>Gán cho socket địa chỉ và cổng của chính nó.</translation>
    </message>
    <message>
        <source>From now on the kernel accepts connections and queues them.</source>
        <translation>Từ đây hạt nhân nhận các kết nối và xếp chúng vào hàng đợi.</translation>
    </message>
    <message>
        <source>Connects to a listening socket; TCP waits for the handshake.</source>
        <translation>Kết nối đến một socket nghe; TCP chờ bắt tay xong.</translation>
    </message>
    <message>
        <source>Takes a connection out of the queue, and sleeps until there is one.</source>
        <translation>Lấy một kết nối ra khỏi hàng đợi; chưa có thì ngủ chờ.</translation>
    </message>
    <message>
        <source>As accept(), with flags for the new descriptor.</source>
        <translation>Như accept(), thêm cờ cho descriptor mới.</translation>
    </message>
    <message>
        <source>Reads data from a socket into a buffer.</source>
        <translation>Đọc dữ liệu từ socket vào vùng đệm.</translation>
    </message>
    <message>
        <source>Copies data into the socket&apos;s send buffer, and sleeps while that is full.</source>
        <translation>Copy dữ liệu vào vùng đệm gửi của socket; vùng đệm đầy thì ngủ chờ.</translation>
    </message>
    <message>
        <source>Reads a datagram and tells who sent it.</source>
        <translation>Đọc một datagram và cho biết ai đã gửi.</translation>
    </message>
    <message>
        <source>Sends a datagram to an address.</source>
        <translation>Gửi một datagram đến một địa chỉ.</translation>
    </message>
    <message>
        <source>Reads what is there, and sleeps until something is.</source>
        <translation>Đọc những gì đã có; chưa có gì thì ngủ chờ.</translation>
    </message>
    <message>
        <source>Takes a line out of the C library&apos;s buffer, which read() fills.</source>
        <translation>Lấy một dòng từ vùng đệm của thư viện C, do read() đổ vào.</translation>
    </message>
    <message>
        <source>Writes bytes to a descriptor.</source>
        <translation>Ghi byte vào một descriptor.</translation>
    </message>
    <message>
        <source>Gives the descriptor back; its number is free again.</source>
        <translation>Trả lại descriptor; số của nó lại trống.</translation>
    </message>
    <message>
        <source>Ends one direction of a connection, or both.</source>
        <translation>Kết thúc một chiều của kết nối, hoặc cả hai.</translation>
    </message>
    <message>
        <source>Makes a pipe: fds[0] is read from, fds[1] written to.</source>
        <translation>Tạo một đường ống: đọc ở fds[0], ghi ở fds[1].</translation>
    </message>
    <message>
        <source>One more number for the same open file description.</source>
        <translation>Thêm một số nữa cho cùng một open file description.</translation>
    </message>
    <message>
        <source>As dup(), with a number of your choice.</source>
        <translation>Như dup(), nhưng bạn chọn số.</translation>
    </message>
    <message>
        <source>Reads or sets the flags of a descriptor.</source>
        <translation>Đọc hay đặt các cờ của một descriptor.</translation>
    </message>
    <message>
        <source>Asks or sets something of a device or a socket.</source>
        <translation>Hỏi hay đặt một điều gì đó của thiết bị hoặc socket.</translation>
    </message>
    <message>
        <source>Reads an option of a socket.</source>
        <translation>Đọc một tuỳ chọn của socket.</translation>
    </message>
    <message>
        <source>Sets an option of a socket.</source>
        <translation>Đặt một tuỳ chọn của socket.</translation>
    </message>
    <message>
        <source>Sleeps until one of the descriptors in the sets is ready; the kernel overwrites the sets.</source>
        <translation>Ngủ cho đến khi một descriptor trong các tập sẵn sàng; hạt nhân ghi đè các tập.</translation>
    </message>
    <message>
        <source>Sleeps until an entry is ready; only revents is written.</source>
        <translation>Ngủ cho đến khi một phần tử sẵn sàng; chỉ revents bị ghi.</translation>
    </message>
    <message>
        <source>Sleeps until something of the interest list is ready.</source>
        <translation>Ngủ cho đến khi có gì trong danh sách theo dõi sẵn sàng.</translation>
    </message>
    <message>
        <source>Puts a descriptor on the interest list, changes it or takes it off.</source>
        <translation>Đưa một descriptor vào danh sách theo dõi, đổi nó hoặc bỏ nó ra.</translation>
    </message>
    <message>
        <source>Sleeps that long.</source>
        <translation>Ngủ đúng chừng ấy thời gian.</translation>
    </message>
    <message>
        <source>Says what happens when a signal comes.</source>
        <translation>Định việc phải làm khi một tín hiệu đến.</translation>
    </message>
    <message>
        <source>Blocks signals, or lets them in again.</source>
        <translation>Chặn tín hiệu, hoặc cho chúng vào lại.</translation>
    </message>
    <message>
        <source>Stops a terminal&apos;s output, or lets it go on.</source>
        <translation>Dừng đầu ra của terminal, hoặc cho in tiếp.</translation>
    </message>
    <message>
        <source>Asks for a read and returns at once; a thread of the C library does it.</source>
        <translation>Nhờ đọc rồi trả về ngay; một luồng của thư viện C sẽ đọc.</translation>
    </message>
    <message>
        <source>Asks for a write and returns at once.</source>
        <translation>Nhờ ghi rồi trả về ngay.</translation>
    </message>
    <message>
        <source>How far a request is: EINPROGRESS, 0, or its errno.</source>
        <translation>Yêu cầu đã đến đâu: EINPROGRESS, 0, hoặc errno của nó.</translation>
    </message>
    <message>
        <source>What the complete request returned; once only.</source>
        <translation>Yêu cầu đã hoàn tất trả về gì; chỉ lấy được một lần.</translation>
    </message>
    <message>
        <source>Sleeps until one of the requests is complete.</source>
        <translation>Ngủ cho đến khi một trong các yêu cầu hoàn tất.</translation>
    </message>
    <message>
        <source>Calls requests off that no thread does yet.</source>
        <translation>Huỷ những yêu cầu chưa có luồng nào làm.</translation>
    </message>
    <message>
        <source>Clears all 1,024 bits of a set.</source>
        <translation>Xoá cả 1.024 bit của một tập.</translation>
    </message>
    <message>
        <source>Sets the descriptor&apos;s bit.</source>
        <translation>Bật bit của descriptor.</translation>
    </message>
    <message>
        <source>Clears the descriptor&apos;s bit.</source>
        <translation>Xoá bit của descriptor.</translation>
    </message>
    <message>
        <source>Whether the descriptor&apos;s bit is set.</source>
        <translation>Bit của descriptor có bật không.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>như thường</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>does not sleep in this call: EAGAIN when there is nothing</source>
        <translation>không ngủ trong lời gọi này: chưa có gì thì EAGAIN</translation>
    </message>
    <message>
        <source>copies without taking: the bytes stay in the receive buffer</source>
        <translation>copy mà không lấy ra: byte vẫn ở vùng đệm nhận</translation>
    </message>
    <message>
        <source>sleeps until len bytes are there (or the end, or a signal)</source>
        <translation>ngủ cho đến khi đủ len byte (hoặc hết dữ liệu, hoặc tín hiệu)</translation>
    </message>
    <message>
        <source>urgent data</source>
        <translation>dữ liệu khẩn</translation>
    </message>
    <message>
        <source>no SIGPIPE when the peer has closed</source>
        <translation>không sinh SIGPIPE khi bên kia đã đóng</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>within this machine</source>
        <translation>trong cùng một máy</translation>
    </message>
    <message>
        <source>a stream of bytes: TCP</source>
        <translation>dòng byte: TCP</translation>
    </message>
    <message>
        <source>datagrams: UDP</source>
        <translation>datagram: UDP</translation>
    </message>
    <message>
        <source>O_NONBLOCK from the beginning</source>
        <translation>O_NONBLOCK ngay từ đầu</translation>
    </message>
    <message>
        <source>reads the flag word</source>
        <translation>đọc từ cờ</translation>
    </message>
    <message>
        <source>replaces the flag word: read it first</source>
        <translation>thay cả từ cờ: hãy đọc trước</translation>
    </message>
    <message>
        <source>reads the flags of this number: FD_CLOEXEC</source>
        <translation>đọc cờ của số này: FD_CLOEXEC</translation>
    </message>
    <message>
        <source>sets the flags of this number</source>
        <translation>đặt cờ của số này</translation>
    </message>
    <message>
        <source>who gets SIGIO and SIGURG</source>
        <translation>ai nhận SIGIO và SIGURG</translation>
    </message>
    <message>
        <source>who gets them now</source>
        <translation>hiện giờ ai nhận</translation>
    </message>
    <message>
        <source>a signal of your choice instead of SIGIO: real-time ones are queued</source>
        <translation>tín hiệu bạn chọn thay cho SIGIO: tín hiệu thời gian thực thì xếp hàng</translation>
    </message>
    <message>
        <source>the signal instead of SIGIO</source>
        <translation>tín hiệu thay cho SIGIO</translation>
    </message>
    <message>
        <source>calls do not sleep: -1, EAGAIN</source>
        <translation>lời gọi không ngủ: -1, EAGAIN</translation>
    </message>
    <message>
        <source>sends SIGIO when I/O becomes possible</source>
        <translation>sinh SIGIO khi vào/ra được</translation>
    </message>
    <message>
        <source>every write goes to the end</source>
        <translation>mọi lần ghi đều vào cuối</translation>
    </message>
    <message>
        <source>nothing more is read</source>
        <translation>không đọc nữa</translation>
    </message>
    <message>
        <source>nothing more is sent: the peer reads an end of file</source>
        <translation>không gửi nữa: bên kia đọc được hết dữ liệu</translation>
    </message>
    <message>
        <source>both</source>
        <translation>cả hai</translation>
    </message>
    <message>
        <source>options of every socket</source>
        <translation>tuỳ chọn của mọi socket</translation>
    </message>
    <message>
        <source>options of IPv4</source>
        <translation>tuỳ chọn của IPv4</translation>
    </message>
    <message>
        <source>options of TCP</source>
        <translation>tuỳ chọn của TCP</translation>
    </message>
    <message>
        <source>these are blocked, too</source>
        <translation>chặn thêm những tín hiệu này</translation>
    </message>
    <message>
        <source>these are let in again</source>
        <translation>cho những tín hiệu này vào lại</translation>
    </message>
    <message>
        <source>exactly these are blocked</source>
        <translation>chặn đúng những tín hiệu này</translation>
    </message>
    <message>
        <source>stops the output, as Ctrl-S does</source>
        <translation>dừng đầu ra, như Ctrl-S</translation>
    </message>
    <message>
        <source>lets the output go on, as Ctrl-Q does</source>
        <translation>cho in tiếp, như Ctrl-Q</translation>
    </message>
    <message>
        <source>how many bytes can be read</source>
        <translation>đọc được bao nhiêu byte</translation>
    </message>
    <message>
        <source>O_NONBLOCK, on or off</source>
        <translation>O_NONBLOCK, bật hay tắt</translation>
    </message>
    <message>
        <source>O_ASYNC, on or off</source>
        <translation>O_ASYNC, bật hay tắt</translation>
    </message>
    <message>
        <source>whether the urgent byte is next</source>
        <translation>byte khẩn có phải là byte kế tiếp không</translation>
    </message>
    <message>
        <source>the bench&apos;s terminal</source>
        <translation>terminal của bàn thí nghiệm</translation>
    </message>
    <message>
        <source>as usual: sleeps until there is data, then copies</source>
        <translation>như thường: ngủ cho đến khi có dữ liệu, rồi copy</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Send × 10</source>
        <translation>Gửi × 10</translation>
    </message>
    <message>
        <source>Urgent byte</source>
        <translation>Byte khẩn</translation>
    </message>
    <message>
        <source>Read some</source>
        <translation>Đọc bớt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Type a line</source>
        <translation>Gõ 1 dòng</translation>
    </message>
    <message>
        <source>Let it print</source>
        <translation>Cho in tiếp</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Dừng in</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>missing in %1</source>
        <translation>thiếu trong %1</translation>
    </message>
    <message>
        <source>this kernel has no such option</source>
        <translation>hạt nhân này không có tuỳ chọn này</translation>
    </message>
    <message>
        <source>no SCTP in this kernel</source>
        <translation>hạt nhân không có SCTP</translation>
    </message>
    <message>
        <source>not on this kind of socket, but on %1</source>
        <translation>không có ở loại socket này, nhưng có ở %1</translation>
    </message>
    <message>
        <source>needs the right to raw sockets: CAP_NET_RAW</source>
        <translation>cần quyền dùng raw socket: CAP_NET_RAW</translation>
    </message>
    <message>
        <source>stands for %1</source>
        <translation>đại diện cho %1</translation>
    </message>
    <message>
        <source>an address of the bench is of the family AF_INET: addr = {AF_INET, htons(4000), htonl(INADDR_LOOPBACK)};</source>
        <translation>địa chỉ dùng ở bàn thí nghiệm phải thuộc họ AF_INET: addr = {AF_INET, htons(4000), htonl(INADDR_LOOPBACK)};</translation>
    </message>
    <message>
        <source>%1 is not on this machine&apos;s loopback: the bench uses 127.0.0.1, unless other addresses are allowed (--allow-other-addresses, or the menu Bench).</source>
        <translation>%1 không phải địa chỉ loopback của máy này: bàn thí nghiệm chỉ dùng 127.0.0.1, trừ khi bạn cho phép địa chỉ khác (--allow-other-addresses, hoặc menu Bàn thí nghiệm).</translation>
    </message>
    <message>
        <source>%1 is too large: an unsigned int holds at most 4294967295, an int 2147483647.</source>
        <translation>%1 quá lớn: unsigned int chứa được nhiều nhất 4294967295, int thì 2147483647.</translation>
    </message>
    <message>
        <source>%1 is not one character: in single quotes stands one byte, and a letter such as é has two. A text stands in double quotes.</source>
        <translation>%1 không phải một ký tự: trong dấu nháy đơn chỉ có một byte, còn chữ như é có hai byte. Chuỗi thì đặt trong dấu nháy kép.</translation>
    </message>
    <message>
        <source>the statement has ended before this: the next one stands on a line of its own.</source>
        <translation>câu lệnh đã kết thúc trước chỗ này: mỗi dòng một câu lệnh, câu tiếp theo viết ở dòng riêng.</translation>
    </message>
    <message>
        <source>the bench does not know %1 here: its operators are + - &amp; | and ~.</source>
        <comment>an operator, or another character</comment>
        <translation>bàn thí nghiệm không hiểu %1 ở chỗ này: nó chỉ có các toán tử + - &amp; | và ~.</translation>
    </message>
    <message>
        <source>%1 belongs to a program: the bench has no loops, no conditions and no functions. A statement is a call, an assignment, a declaration or a value to be shown; they are executed one after the other.</source>
        <translation>%1 là của một chương trình: bàn thí nghiệm không có vòng lặp, điều kiện hay hàm. Câu lệnh là một lời gọi, một phép gán, một khai báo hoặc một giá trị cần xem; chúng được thực hiện lần lượt.</translation>
    </message>
    <message>
        <source>no statement reads errno: it is shown beside the result of each call that fails.</source>
        <translation>không câu lệnh nào đọc errno: nó được ghi cạnh kết quả của mỗi lời gọi thất bại.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n place(s), counted from 0: there is no %1[%2].</source>
        <translation>
            <numerusform>%1 có %n phần tử, đánh số từ 0: không có %1[%2].</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has room for %2, and would need room for %3. A text needs one more than it has letters, for its final 0.</source>
        <translation>%1 chỉ có %2 chỗ mà cần %3 chỗ. Một chuỗi cần thêm một chỗ so với số chữ, cho byte 0 ở cuối.</translation>
    </message>
    <message>
        <source>%1 cannot hold what is in the braces: that is too much, or one of the values is impossible there.</source>
        <translation>%1 không chứa được những gì trong ngoặc nhọn: quá nhiều, hoặc có giá trị không thể đặt vào đó.</translation>
    </message>
    <message>
        <source>the address is read as %1, since its bytes are in the order of this machine: htonl(INADDR_LOOPBACK) puts them into the order of the network, 127.0.0.1.</source>
        <translation>địa chỉ này được đọc là %1, vì các byte đang theo thứ tự của máy: htonl(INADDR_LOOPBACK) đổi sang thứ tự byte của mạng, thành 127.0.0.1.</translation>
    </message>
    <message>
        <source>of signals the bench takes SIGIO, SIGURG and the real-time signals.</source>
        <translation>về tín hiệu, bàn thí nghiệm chỉ nhận SIGIO, SIGURG và các tín hiệu thời gian thực.</translation>
    </message>
    <message>
        <source>The bench has these: %1.</source>
        <comment>calls</comment>
        <translation>Bàn thí nghiệm có: %1.</translation>
    </message>
    <message>
        <source>can only be read</source>
        <translation>chỉ đọc</translation>
    </message>
    <message>
        <source>can only be set</source>
        <translation>chỉ đặt</translation>
    </message>
    <message>
        <source>as it was set</source>
        <translation>đúng như đã đặt</translation>
    </message>
    <message>
        <source>something else than was set</source>
        <translation>khác với giá trị đã đặt</translation>
    </message>
    <message>
        <source>doubled</source>
        <translation>gấp đôi</translation>
    </message>
    <message>
        <source>raised to a floor</source>
        <translation>nâng lên sàn</translation>
    </message>
    <message>
        <source>reading it clears it</source>
        <translation>đọc xong là xoá</translation>
    </message>
    <message>
        <source>taken, but not as it was set</source>
        <translation>nhận, nhưng không đúng như đã đặt</translation>
    </message>
    <message>
        <source>get</source>
        <translation>đọc</translation>
    </message>
    <message>
        <source>set</source>
        <translation>đặt</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>cờ</translation>
    </message>
    <message>
        <source>data type</source>
        <translation>kiểu dữ liệu</translation>
    </message>
    <message>
        <source>default</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>đặt thành</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>đọc lại</translation>
    </message>
    <message>
        <source>what the kernel did</source>
        <translation>hạt nhân đã làm gì</translation>
    </message>
    <message>
        <source>a fresh socket: %1</source>
        <translation>socket mới: %1</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>%1 would be written twice.</source>
        <translation>%1 sẽ bị ghi hai lần.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Không có tuỳ chọn %1.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Tuỳ chọn %1 cần một giá trị.</translation>
    </message>
    <message>
        <source>An option was given a value that it does not take.</source>
        <translation>Một tuỳ chọn có giá trị không hợp lệ.</translation>
    </message>
    <message>
        <source>Something is missing after &quot;%1&quot;: %2.</source>
        <translation>Sau &quot;%1&quot; còn thiếu một phần: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one too many.</source>
        <translation>Thừa &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Không có lệnh &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no display here, so no window can be opened. The commands of &quot;iomodels --help&quot; need none.</source>
        <translation>Ở đây không có màn hình nên không mở được cửa sổ. Các lệnh trong &quot;iomodels --help&quot; không cần màn hình.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Không đủ bộ nhớ.</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>chưa kết thúc</translation>
    </message>
    <message>
        <source>The instant: after step N, at the end, or after the server&apos;s K-th call of that name, its last one without K. Otherwise the end.</source>
        <translation>Thời điểm: sau bước N, ở cuối, hoặc sau lời gọi thứ K có tên đó của server, không có K thì lấy lời gọi cuối cùng. Mặc định: ở cuối.</translation>
    </message>
    <message>
        <source>Width and height in pixels at scale 1; otherwise as the figure likes.</source>
        <translation>Rộng và cao tính bằng pixel ở tỉ lệ 1; mặc định: cỡ hợp với hình.</translation>
    </message>
    <message>
        <source>There is no lesson for &quot;%1&quot;. Record it with &quot;iomodels run&quot; first.</source>
        <translation>Không có bài học cho &quot;%1&quot;. Hãy ghi trước bằng &quot;iomodels run&quot;.</translation>
    </message>
    <message>
        <source>The picture would be too large: at most %1 pixels either way.</source>
        <translation>Hình sẽ quá lớn: mỗi chiều nhiều nhất %1 pixel.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>Không đủ bộ nhớ cho hình cỡ này.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Không ghi được %1: %2</translation>
    </message>
    <message>
        <source>Say which figure: --figure NAME.</source>
        <translation>Hãy nêu hình nào: --figure NAME.</translation>
    </message>
    <message>
        <source>There is no figure &quot;%1&quot;; &quot;iomodels list figures&quot; names them.</source>
        <translation>Không có hình &quot;%1&quot;; &quot;iomodels list figures&quot; liệt kê các hình.</translation>
    </message>
    <message>
        <source>A size is a width and a height in pixels, like 1200x800, not &quot;%1&quot;.</source>
        <translation>Kích thước gồm rộng và cao tính bằng pixel, như 1200x800, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A scale is a number above 0 and up to %1, not &quot;%2&quot;.</source>
        <translation>Tỉ lệ là một số lớn hơn 0 và không quá %1, không phải &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Cách dùng: %1</translation>
    </message>
    <message>
        <source>Real servers and clients, recorded call by call. Without a command the window is opened.</source>
        <translation>Server và client thật, được ghi lại từng lời gọi. Nếu không nêu lệnh nào thì mở cửa sổ.</translation>
    </message>
    <message>
        <source>Commands (they need no display):</source>
        <translation>Các lệnh (không cần màn hình):</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>In phiên bản.</translation>
    </message>
    <message>
        <source>Language of messages and pictures; otherwise the system&apos;s.</source>
        <translation>Ngôn ngữ của thông báo và hình; mặc định: theo hệ thống.</translation>
    </message>
    <message>
        <source>Print this help, or that of a command.</source>
        <translation>In trợ giúp này, hoặc trợ giúp của một lệnh.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Tuỳ chọn:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 it failed and said why, 2 wrong usage.</source>
        <translation>Mã thoát: 0 đã xong, 1 thất bại và đã nói lý do, 2 dùng sai cách.</translation>
    </message>
    <message>
        <source>Servers:</source>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Scripts:</source>
        <translation>Kịch bản:</translation>
    </message>
    <message>
        <source>Figures:</source>
        <translation>Hình:</translation>
    </message>
    <message>
        <source>The recording is empty: it has no steps.</source>
        <translation>Bản ghi rỗng: không có bước nào.</translation>
    </message>
    <message>
        <source>There is no step %1: the recording&apos;s steps are 0 to %2.</source>
        <translation>Không có bước %1: các bước của bản ghi là từ 0 đến %2.</translation>
    </message>
    <message>
        <source>Clients that do what this script says: a file, or a name from &quot;iomodels list scripts&quot;. Without it the server serves until Ctrl-C or SIGTERM.</source>
        <translation>Các client làm theo kịch bản này: một tệp, hoặc một tên trong &quot;iomodels list scripts&quot;. Không có thì server phục vụ cho đến khi có Ctrl-C hoặc SIGTERM.</translation>
    </message>
    <message>
        <source>The port to listen on, at 127.0.0.1. Otherwise the kernel chooses one.</source>
        <translation>Cổng để nghe, ở 127.0.0.1. Mặc định: hạt nhân chọn.</translation>
    </message>
    <message>
        <source>How long a wait of the script may take before the run fails; otherwise 30.</source>
        <translation>Một lần chờ trong kịch bản được kéo dài bao lâu trước khi lần chạy bị coi là thất bại; mặc định: 30.</translation>
    </message>
    <message>
        <source>When the run has ended, print every event as JSON, one object a line.</source>
        <translation>Khi lần chạy kết thúc, in mọi sự kiện dưới dạng JSON, mỗi đối tượng một dòng.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 cần một số từ %2 đến %3, không phải &quot;%4&quot;.</translation>
    </message>
    <message numerus="yes">
        <source>%n events were recorded in %1.</source>
        <translation>
            <numerusform>Đã ghi %n sự kiện trong %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no server &quot;%1&quot;; &quot;iomodels list servers&quot; names them.</source>
        <translation>Không có server &quot;%1&quot;; &quot;iomodels list servers&quot; liệt kê các server.</translation>
    </message>
    <message>
        <source>A port is a whole number, not &quot;%1&quot;.</source>
        <translation>Cổng là một số nguyên, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 is listening. Try: nc 127.0.0.1 %1</source>
        <translation>127.0.0.1:%1 đang nghe. Thử: nc 127.0.0.1 %1</translation>
    </message>
    <message>
        <source>Run a server and record it.</source>
        <translation>Chạy một server và ghi lại.</translation>
    </message>
    <message>
        <source>The recording can be looked at with &quot;iomodels show&quot;, drawn with &quot;iomodels export&quot; and opened in the window.</source>
        <translation>Có thể xem bản ghi bằng &quot;iomodels show&quot;, vẽ bằng &quot;iomodels export&quot; và mở trong cửa sổ.</translation>
    </message>
    <message>
        <source>Show threads, sockets, sets and tables as they were after step N, at the end, or after the server&apos;s K-th call of that name, its last one without K. Otherwise the events are listed.</source>
        <translation>Hiện các luồng, socket, tập và bảng như sau bước N, ở cuối, hoặc sau lời gọi thứ K có tên đó của server, không có K thì lấy lời gọi cuối cùng. Mặc định: liệt kê các sự kiện.</translation>
    </message>
    <message>
        <source>As JSON: one object for each event, or one for the instant.</source>
        <translation>Dưới dạng JSON: mỗi sự kiện một đối tượng, hoặc một đối tượng cho thời điểm.</translation>
    </message>
    <message numerus="yes">
        <source>%n events are missing from this recording.</source>
        <translation>
            <numerusform>Bản ghi này thiếu %n sự kiện.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what a recording holds.</source>
        <translation>Hiện nội dung của một bản ghi.</translation>
    </message>
    <message numerus="yes">
        <source>The recording is incomplete: %n events were lost because they came faster than they could be kept.</source>
        <translation>
            <numerusform>Bản ghi không đầy đủ: %n sự kiện đã mất vì chúng đến nhanh hơn mức có thể lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>A signal ended the run before its script was done.</source>
        <translation>Lần chạy đã bị một tín hiệu kết thúc trước khi kịch bản xong.</translation>
    </message>
    <message>
        <source>The program that reads the output has ended; not everything was written.</source>
        <translation>Chương trình đọc đầu ra đã kết thúc; chưa ghi được hết.</translation>
    </message>
    <message>
        <source>The output cannot be written: %1.</source>
        <translation>Không ghi được đầu ra: %1.</translation>
    </message>
    <message>
        <source>See: %1</source>
        <translation>Xem: %1</translation>
    </message>
    <message>
        <source>Sets:</source>
        <translation>Tập:</translation>
    </message>
    <message>
        <source>The last select() was asked %1 = %2.</source>
        <translation>select() gần nhất được hỏi %1 = %2.</translation>
    </message>
    <message>
        <source>It answered %1 = %2.</source>
        <translation>Nó trả lời %1 = %2.</translation>
    </message>
    <message>
        <source>Step %1, at %2:</source>
        <translation>Bước %1, lúc %2:</translation>
    </message>
    <message>
        <source>Threads:</source>
        <translation>Luồng:</translation>
    </message>
    <message>
        <source>Sockets:</source>
        <translation>Socket:</translation>
    </message>
    <message>
        <source>Phases:</source>
        <translation>Giai đoạn:</translation>
    </message>
    <message>
        <source>The system does not allow another thread: %1.</source>
        <translation>Hệ thống không cho tạo thêm luồng: %1.</translation>
    </message>
    <message>
        <source>A range is the numbers of its first and last step, like 20-45, not &quot;%1&quot;.</source>
        <translation>Khoảng bước gồm số của bước đầu và bước cuối, như 20-45, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A picture has at most %1 pixels either way; &quot;%2&quot; is too large.</source>
        <translation>Hình có mỗi chiều nhiều nhất %1 pixel; &quot;%2&quot; là quá lớn.</translation>
    </message>
    <message>
        <source>--%1 is for a picture, but %2 takes the whole recording.</source>
        <translation>--%1 chỉ dùng cho hình, còn %2 nhận toàn bộ bản ghi.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; has no timeout.</source>
        <translation>Server &quot;%1&quot; không có thời gian chờ (timeout).</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; does not poll: it has no pause.</source>
        <translation>Server &quot;%1&quot; không polling nên không có khoảng nghỉ (pause).</translation>
    </message>
    <message>
        <source>How many clients, 1 to 1000; otherwise 1.</source>
        <translation>Bao nhiêu client, từ 1 đến 1000; mặc định: 1.</translation>
    </message>
    <message>
        <source>The size of a message; otherwise 64.</source>
        <translation>Độ dài một thông điệp, tính bằng byte; mặc định: 64.</translation>
    </message>
    <message>
        <source>How many messages each client sends; otherwise 10.</source>
        <translation>Mỗi client gửi bao nhiêu thông điệp; mặc định: 10.</translation>
    </message>
    <message>
        <source>Paced: a client sends a message at a time and waits for the answer. Bursty: all clients send all their messages at once. Otherwise paced.</source>
        <translation>paced: mỗi lần client gửi một thông điệp rồi chờ trả lời. bursty: mọi client gửi dồn tất cả thông điệp cùng một lúc. Mặc định: paced.</translation>
    </message>
    <message>
        <source>The time from one message of a client to its next; otherwise 4.</source>
        <translation>Thời gian từ một thông điệp của một client đến thông điệp kế tiếp; mặc định: 4.</translation>
    </message>
    <message>
        <source>How often each model runs; otherwise 5.</source>
        <translation>Mỗi mô hình chạy bao nhiêu lần; mặc định: 5.</translation>
    </message>
    <message>
        <source>The order of the runs is shuffled from this number; otherwise it is new each time.</source>
        <translation>Thứ tự các lần chạy được xáo trộn từ số này; mặc định: mỗi lần một khác.</translation>
    </message>
    <message>
        <source>Print one JSON object instead of the table; times in ns.</source>
        <translation>In một đối tượng JSON thay cho bảng; thời gian tính bằng ns.</translation>
    </message>
    <message>
        <source>Also write the figures of every run, a line each.</source>
        <translation>Ghi thêm số đo của mọi lần chạy, mỗi lần một dòng.</translation>
    </message>
    <message>
        <source>Also save the recording of every run.</source>
        <translation>Lưu thêm bản ghi của mọi lần chạy.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number, not &quot;%2&quot;.</source>
        <translation>--%1 cần một số nguyên, không phải &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Arrivals are paced or bursty, not &quot;%1&quot;.</source>
        <translation>--arrivals là paced hoặc bursty, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A burst has no pace: --pace is for paced arrivals.</source>
        <translation>Gửi dồn thì không có nhịp: --pace chỉ dùng với --arrivals paced.</translation>
    </message>
    <message>
        <source>--%1 takes a number of milliseconds, not &quot;%2&quot;.</source>
        <translation>--%1 cần một số mili giây, không phải &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>There is no model &quot;%1&quot;; &quot;iomodels list servers&quot; names them.</source>
        <translation>Không có mô hình &quot;%1&quot;; &quot;iomodels list servers&quot; liệt kê các tên.</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <comment>progress</comment>
        <translation>Lần chạy %1 / %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Không tạo được thư mục %1.</translation>
    </message>
    <message>
        <source>A signal ended the comparison early; the runs that were over by then are shown.</source>
        <translation>Việc so sánh đã bị một tín hiệu kết thúc sớm; những lần chạy đã xong đến lúc đó được in ra.</translation>
    </message>
    <message>
        <source>Let several models do the same work, and measure them.</source>
        <translation>Cho nhiều mô hình làm cùng một việc rồi đo.</translation>
    </message>
    <message>
        <source>Real runs, one at a time, in an order that changes from round to round. What is printed was measured: the order of the models is what it turns out to be.</source>
        <translation>Chạy thật, mỗi lúc một lần chạy, theo thứ tự đổi từ lượt này sang lượt khác. Mọi số in ra đều là số đo: mô hình nào hơn mô hình nào là do đo mà ra.</translation>
    </message>
    <message>
        <source>The sigio servers ask with F_SETSIG for a real-time signal, which is queued and names its descriptor. Otherwise SIGIO.</source>
        <translation>Các server sigio dùng F_SETSIG để xin tín hiệu thời gian thực: loại này được xếp hàng và cho biết descriptor. Mặc định: SIGIO.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; is not driven by signals.</source>
        <translation>Server &quot;%1&quot; không hoạt động theo tín hiệu.</translation>
    </message>
    <message>
        <source>How the aio servers are told that a read is complete: suspend, signal or thread; otherwise suspend.</source>
        <translation>Cách báo cho server aio biết một lần đọc đã hoàn tất: suspend, signal hoặc thread; mặc định: suspend.</translation>
    </message>
    <message>
        <source>--notify takes suspend, signal or thread, not &quot;%1&quot;.</source>
        <translation>--notify cần suspend, signal hoặc thread, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; does not use aio: nobody tells it of complete reads.</source>
        <translation>Server &quot;%1&quot; không dùng aio nên không có ai báo việc đọc đã hoàn tất.</translation>
    </message>
    <message>
        <source>%1 (beyond the lecture)</source>
        <comment>a listing&apos;s file</comment>
        <translation>%1 (ngoài bài giảng)</translation>
    </message>
    <message>
        <source>The epoll server watches with EPOLLET: it is told once for each arrival, and reads until EAGAIN.</source>
        <translation>Server epoll theo dõi với EPOLLET: mỗi lần dữ liệu đến chỉ được báo một lần, và server đọc cho đến khi gặp EAGAIN.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; knows no edge: that is epoll&apos;s.</source>
        <translation>Server &quot;%1&quot; không có chế độ báo theo sườn (edge): đó là của epoll.</translation>
    </message>
    <message>
        <source>epoll instance, descriptor %1:</source>
        <translation>Đối tượng epoll, descriptor %1:</translation>
    </message>
    <message>
        <source>%1 (beyond the lecture; this system refuses it: %2)</source>
        <comment>a listing&apos;s file, an errno</comment>
        <translation>%1 (ngoài bài giảng; hệ thống này từ chối: %2)</translation>
    </message>
    <message>
        <source>io_uring, descriptor %1:</source>
        <translation>io_uring, descriptor %1:</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 takes datagrams. Try: nc -u 127.0.0.1 %1</source>
        <translation>127.0.0.1:%1 đang nhận datagram. Thử: nc -u 127.0.0.1 %1</translation>
    </message>
    <message>
        <source>Of each model: the median of its runs (of an even number the lower of the two in the middle), below it the least and the most.</source>
        <translation>Với mỗi mô hình: trung vị của các lần chạy (nếu số lần chẵn thì lấy số nhỏ hơn trong hai số ở giữa), dòng dưới là số nhỏ nhất và lớn nhất.</translation>
    </message>
    <message>
        <source>The lesson &quot;%1&quot; is played on the server &quot;%2&quot;: leave --server out, or name that one.</source>
        <translation>Bài học &quot;%1&quot; chạy trên server &quot;%2&quot;: hãy bỏ --server, hoặc ghi đúng tên server đó.</translation>
    </message>
    <message>
        <source>A port is a whole number from 0 to 65535, not &quot;%1&quot;.</source>
        <translation>Số hiệu cổng là số nguyên từ 0 đến 65535, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The figure %1 has no range; %2 take one.</source>
        <comment>a figure, others separated by commas</comment>
        <translation>Hình %1 không có khoảng bước; chỉ %2 mới có.</translation>
    </message>
    <message>
        <source>How long the nonblocking servers sleep between two rounds of polling; otherwise not at all.</source>
        <translation>Các server nonblocking ngủ bao lâu giữa hai vòng polling; mặc định: không ngủ.</translation>
    </message>
    <message>
        <source>SO_SNDBUF of a TCP server&apos;s connections: a small one is soon full. Otherwise as the kernel chooses.</source>
        <translation>SO_SNDBUF của các kết nối của server TCP: vùng đệm gửi nhỏ thì chóng đầy. Mặc định: hạt nhân chọn.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; has no connections whose send buffer could be set.</source>
        <translation>Server &quot;%1&quot; không có kết nối nào để đặt vùng đệm gửi.</translation>
    </message>
    <message>
        <source>The timeout of the servers that wait in select(), poll() or epoll_wait(); the last two count whole milliseconds. 0: they only ask. Otherwise they wait forever.</source>
        <translation>Thời gian chờ của các server chờ trong select(), poll() hoặc epoll_wait(); hai lời gọi sau đếm theo mili giây nguyên. 0: chỉ hỏi. Mặc định: chờ mãi mãi.</translation>
    </message>
    <message>
        <source>%1 cannot be written: choose a folder that exists and that you may write to.</source>
        <translation>Không ghi được %1: hãy chọn một thư mục có sẵn mà bạn được phép ghi.</translation>
    </message>
    <message>
        <source>The last poll(), of %1, returned %2:</source>
        <translation>poll() gần nhất, với %1, trả về %2:</translation>
    </message>
    <message>
        <source>poll() is asked about %1:</source>
        <translation>poll() đang được hỏi về %1:</translation>
    </message>
    <message>
        <source>Asynchronous requests:</source>
        <translation>Các yêu cầu bất đồng bộ:</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;, only %2.</source>
        <translation>Không có ngôn ngữ &quot;%1&quot;, chỉ có %2.</translation>
    </message>
    <message>
        <source>The name of a picture ends in %1; %2 does not.</source>
        <comment>suffixes, a file</comment>
        <translation>Tên hình phải kết thúc bằng %1; %2 thì không.</translation>
    </message>
    <message>
        <source>Say where to: -o %1.</source>
        <comment>names of files</comment>
        <translation>Hãy nêu ghi vào đâu: -o %1.</translation>
    </message>
    <message>
        <source>%1 ends neither in %2 nor in %3.</source>
        <comment>a file, a suffix, others</comment>
        <translation>%1 không kết thúc bằng %2, %3.</translation>
    </message>
    <message>
        <source>Also draw the comparison: %1.</source>
        <translation>Vẽ thêm hình so sánh: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The system lets this program write files of %n bytes at most (ulimit -f): a longer recording cannot be saved.</source>
        <translation>
            <numerusform>Hệ thống chỉ cho chương trình này ghi tệp dài nhiều nhất %n byte (ulimit -f): bản ghi dài hơn sẽ không lưu được.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run did not begin: %1 is as it was.</source>
        <translation>Lần chạy chưa bắt đầu được: %1 vẫn như cũ.</translation>
    </message>
    <message>
        <source>What was recorded could not be kept anywhere else either.</source>
        <translation>Những gì đã ghi cũng không lưu được ở nơi nào khác.</translation>
    </message>
    <message>
        <source>What was recorded is in %1.</source>
        <translation>Những gì đã ghi nằm trong %1.</translation>
    </message>
    <message>
        <source>The beginning of what was recorded is in %1.</source>
        <translation>Phần đầu của những gì đã ghi nằm trong %1.</translation>
    </message>
    <message>
        <source>Save the recording. While the run goes on it is kept in FILE.unfinished-PID.iotrace, which stays and can be opened if the program is killed.</source>
        <translation>Lưu bản ghi. Trong khi chạy, bản ghi được giữ trong FILE.unfinished-PID.iotrace; nếu chương trình bị kết thúc đột ngột, tệp đó còn lại và mở được.</translation>
    </message>
    <message>
        <source>The recording would replace the script %1: save it under another name.</source>
        <translation>Bản ghi sẽ ghi đè lên kịch bản %1: hãy lưu với tên khác.</translation>
    </message>
    <message>
        <source>There is no memory left for the recording, so the run was stopped.</source>
        <translation>Không còn bộ nhớ cho bản ghi nên lần chạy đã phải kết thúc.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no UTF-8: rename the file first.</source>
        <translation>&quot;%1&quot; không phải là UTF-8: hãy đổi tên tệp trước.</translation>
    </message>
    <message>
        <source>What is written would replace the recording %1: choose another name.</source>
        <translation>Tệp được ghi sẽ đè lên bản ghi %1: hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Lessons:</source>
        <translation>Bài học:</translation>
    </message>
    <message>
        <source>One JSON object a line, with name and title; of a lesson also its row of the lecture.</source>
        <translation>Mỗi dòng một đối tượng JSON, gồm tên và tiêu đề; với bài học thì có thêm hàng của nó trong bài giảng.</translation>
    </message>
    <message>
        <source>There is no moment &quot;%1&quot; in the recording. A moment is a step&apos;s number, &quot;end&quot;, or a call that some thread of the server has made: &quot;accept:2&quot; is the second accept(), &quot;recv&quot; the last recv(); or &quot;client 1 send:1&quot;, &quot;in select:2&quot;, &quot;before recv:1&quot;, &quot;chapter:2&quot;, &quot;end of chapter:2&quot;.</source>
        <translation>Trong bản ghi không có thời điểm &quot;%1&quot;. Một thời điểm là số thứ tự của một bước, là &quot;end&quot;, hoặc là một lời gọi của một luồng nào đó của server: &quot;accept:2&quot; là accept() thứ hai, &quot;recv&quot; là recv() cuối cùng; hoặc &quot;client 1 send:1&quot;, &quot;in select:2&quot;, &quot;before recv:1&quot;, &quot;chapter:2&quot;, &quot;end of chapter:2&quot;.</translation>
    </message>
    <message>
        <source>Save the recording of the lesson&apos;s run, with its chapters.</source>
        <translation>Lưu bản ghi lần chạy của bài học, cùng các chương của nó.</translation>
    </message>
    <message>
        <source>One JSON object a line: goal, chapter, say, ask with its answer, end.</source>
        <translation>Mỗi dòng một đối tượng JSON: goal, chapter, say, ask kèm đáp án, end.</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>Mục tiêu: %1</translation>
    </message>
    <message>
        <source>Chapter %1: %2</source>
        <comment>its number, its title</comment>
        <translation>Chương %1: %2</translation>
    </message>
    <message>
        <source>  Careful: %1</source>
        <translation>  Cẩn thận: %1</translation>
    </message>
    <message>
        <source>The recording would replace the lesson %1: save it under another name.</source>
        <translation>Bản ghi sẽ đè lên bài học %1: hãy lưu với tên khác.</translation>
    </message>
    <message>
        <source>%1, line %2: this moment did not come in the run, or the recording does not tell what is said of it.</source>
        <translation>%1, dòng %2: thời điểm này không xảy ra trong lần chạy, hoặc bản ghi không cho biết điều được nói về nó.</translation>
    </message>
    <message>
        <source>Go through a lesson: what is said, what is asked, and the answers of its run.</source>
        <translation>Đi qua một bài học: những lời giảng, những câu hỏi, và đáp án từ lần chạy của nó.</translation>
    </message>
    <message>
        <source>Which runs and questions are drawn: the same number asks the same. Otherwise 1.</source>
        <translation>Rút những lần chạy và câu hỏi nào: cùng một số thì hỏi như nhau. Mặc định là 1.</translation>
    </message>
    <message>
        <source>How many questions, 1 to 100, as far as the lecture has so many; otherwise 10.</source>
        <translation>Bao nhiêu câu hỏi, từ 1 đến 100, nếu bài giảng có đủ; mặc định là 10.</translation>
    </message>
    <message>
        <source>One JSON object a line: text, about, answer of each question.</source>
        <translation>Mỗi dòng một đối tượng JSON: text, about, answer của từng câu hỏi.</translation>
    </message>
    <message>
        <source>Write the questions for paper into this file, as PDF.</source>
        <translation>Ghi đề để in ra giấy vào tệp này, dạng PDF.</translation>
    </message>
    <message>
        <source>Write the answers into this file, as PDF; the recordings they are from are kept beside it.</source>
        <translation>Ghi đáp án vào tệp này, dạng PDF; các bản ghi mà đáp án dựa vào được lưu bên cạnh nó.</translation>
    </message>
    <message>
        <source>A signal ended the runs before all questions were there.</source>
        <translation>Một tín hiệu đã kết thúc các lần chạy trước khi có đủ câu hỏi.</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n questions for this: these.</source>
        <translation>
            <numerusform>Chỉ có %n câu hỏi cho yêu cầu này, là các câu sau.</numerusform>
        </translation>
    </message>
    <message>
        <source>The option %1 was given more than once.</source>
        <translation>Tuỳ chọn %1 được viết nhiều hơn một lần.</translation>
    </message>
    <message>
        <source>There are no questions: none of the runs could be made.</source>
        <translation>Không có câu hỏi nào: không chạy được lần nào.</translation>
    </message>
    <message>
        <source>Draw an examination: runs, questions about them, and the kernel&apos;s answers.</source>
        <translation>Rút một đề thi: các lần chạy, câu hỏi về chúng, và đáp án của hạt nhân.</translation>
    </message>
    <message>
        <source>The lesson %1 compares: it has several recordings, which &quot;iomodels compare --save-traces&quot; keeps.</source>
        <translation>Bài học %1 so sánh nhiều lần chạy: nó có nhiều bản ghi, &quot;iomodels compare --save-traces&quot; lưu được chúng.</translation>
    </message>
    <message>
        <source>Save the recording. While the bench is used it is kept in FILE.unfinished-PID.iotrace, which stays and can be opened if the program is killed.</source>
        <translation>Lưu bản ghi. Trong lúc dùng bàn thí nghiệm, bản ghi nằm ở FILE.unfinished-PID.iotrace; tệp này còn lại và mở được nếu chương trình bị kết thúc đột ngột.</translation>
    </message>
    <message>
        <source>Write what was executed as a program in C, which makes the same calls.</source>
        <translation>Ghi những câu lệnh đã chạy thành một chương trình C thực hiện đúng các lời gọi ấy.</translation>
    </message>
    <message>
        <source>bind(), connect() and sendto() may leave this machine&apos;s loopback, 127.0.0.1.</source>
        <translation>Cho phép bind(), connect() và sendto() dùng địa chỉ khác loopback 127.0.0.1 của máy này.</translation>
    </message>
    <message>
        <source>Instead of the statements print every event as JSON, one object a line, at the end.</source>
        <translation>Thay vì in các câu lệnh, khi kết thúc in mọi sự kiện dạng JSON, mỗi dòng một đối tượng.</translation>
    </message>
    <message>
        <source>%1: a line is longer than a statement can be.</source>
        <translation>%1: có một dòng dài hơn mức một câu lệnh có thể có.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <comment>a file, and what is wrong there</comment>
        <translation>%1, dòng %2, cột %3: %4</translation>
    </message>
    <message>
        <source>%1 holds the statements: write to another file.</source>
        <translation>%1 chứa các câu lệnh: hãy ghi vào tệp khác.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Không đọc được %1: %2.</translation>
    </message>
    <message>
        <source>Execute statements of C, one a line, each by a real, measured thread.</source>
        <translation>Chạy các câu lệnh C, mỗi dòng một câu, bằng một luồng thật và được đo.</translation>
    </message>
    <message>
        <source>Of which kind of socket: tcp, tcp-connected, udp, raw, tcp6, udp6 or raw6; otherwise tcp.</source>
        <translation>Loại socket nào: tcp, tcp-connected, udp, raw, tcp6, udp6 hay raw6; mặc định là tcp.</translation>
    </message>
    <message>
        <source>As JSON, one object a row: name, level, defined, get, set, flag, type, value (null with error when the kernel refuses), set_to, read_back, set_error, why_missing.</source>
        <translation>Dạng JSON, mỗi dòng một đối tượng: name, level, defined, get, set, flag, type, value (null kèm error khi hạt nhân từ chối), set_to, read_back, set_error, why_missing.</translation>
    </message>
    <message>
        <source>The same, as comma-separated values.</source>
        <translation>Cũng vậy, dưới dạng các giá trị cách nhau bằng dấu phẩy.</translation>
    </message>
    <message>
        <source>There is no kind of socket &quot;%1&quot;, only %2.</source>
        <translation>Không có loại socket &quot;%1&quot;, chỉ có %2.</translation>
    </message>
    <message>
        <source>Either --json or --csv.</source>
        <translation>Chỉ chọn một trong hai: --json hoặc --csv.</translation>
    </message>
    <message>
        <source>get</source>
        <translation>đọc</translation>
    </message>
    <message>
        <source>set</source>
        <translation>đặt</translation>
    </message>
    <message>
        <source>flag</source>
        <comment>of a socket option</comment>
        <translation>cờ</translation>
    </message>
    <message>
        <source>type</source>
        <comment>of a socket option</comment>
        <translation>kiểu</translation>
    </message>
    <message>
        <source>now</source>
        <comment>the value of a socket option</comment>
        <translation>lúc này</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>đặt thành</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>đọc lại</translation>
    </message>
    <message>
        <source>Show what this kernel makes of each socket option.</source>
        <translation>Cho xem hạt nhân này làm gì với mỗi tuỳ chọn socket.</translation>
    </message>
    <message>
        <source>Every row of the lecture&apos;s two tables, asked on a fresh socket each: its value, what it is after being set, or the errno, and, if it is missing, whether the headers or the kernel lack it.</source>
        <translation>Mọi dòng trong hai bảng của bài giảng, mỗi dòng hỏi trên một socket mới: giá trị, giá trị đọc lại sau khi đặt, hoặc errno; nếu thiếu thì nói rõ thiếu trong tệp header hay ở hạt nhân.</translation>
    </message>
    <message>
        <source>A file, or a name from &quot;iomodels list benches&quot;; with - they are read from standard input, and each is answered at once. The thread has a descriptor table of its own, whose 0, 1 and 2 are a terminal of its own. Ctrl-C interrupts a statement that sleeps.</source>
        <translation>Một tệp, hoặc một tên trong &quot;iomodels list benches&quot;; với - các câu lệnh được đọc từ đầu vào chuẩn, và mỗi câu được trả lời ngay. Luồng có bảng descriptor riêng, trong đó 0, 1 và 2 là một terminal riêng. Ctrl-C ngắt câu lệnh đang ngủ.</translation>
    </message>
    <message>
        <source>Statements for the bench:</source>
        <translation>Câu lệnh cho bàn thí nghiệm:</translation>
    </message>
    <message>
        <source>There is no list &quot;%1&quot;, only servers, lessons, scripts, benches and figures.</source>
        <translation>Không có danh sách &quot;%1&quot;, chỉ có servers, lessons, scripts, benches và figures.</translation>
    </message>
    <message>
        <source>List the servers, the lessons, the scripts, the bench&apos;s statements and the figures.</source>
        <translation>Liệt kê các server, các bài học, các kịch bản, các câu lệnh có sẵn cho bàn thí nghiệm và các hình.</translation>
    </message>
    <message>
        <source>With one of the five words: just those names, one a line.</source>
        <translation>Với một trong năm từ đó: chỉ in các tên, mỗi tên một dòng.</translation>
    </message>
    <message>
        <source>The program whose descriptors, sets, terminal and listing are shown: its number, 1 for the server, or its name. Otherwise the server.</source>
        <translation>Chương trình có descriptor, các tập, terminal và mã nguồn được vẽ: số của nó (1 là server), hoặc tên. Mặc định là server.</translation>
    </message>
    <message>
        <source>There is no program &quot;%1&quot; in the recording.</source>
        <translation>Trong bản ghi không có chương trình &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Where a chat program connects to, at 127.0.0.1. Otherwise a chat server is started with it.</source>
        <translation>Cổng mà chương trình chat kết nối đến, tại 127.0.0.1. Mặc định thì một server chat được chạy kèm.</translation>
    </message>
    <message>
        <source>The standard input of a program with a terminal is a pipe instead.</source>
        <translation>Đầu vào chuẩn (stdin) của chương trình có terminal là một đường ống (pipe).</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; reads no standard input.</source>
        <translation>Server &quot;%1&quot; không đọc đầu vào chuẩn.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; connects to nobody.</source>
        <translation>Server &quot;%1&quot; không kết nối đến ai cả.</translation>
    </message>
    <message>
        <source>Colours for a screen or a projector, or black on white for paper; otherwise light.</source>
        <translation>Màu cho màn hình hoặc máy chiếu, hoặc đen trên trắng để in; mặc định: light.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;, only %2.</source>
        <comment>a name, the names</comment>
        <translation>Không có bộ màu &quot;%1&quot;, chỉ có %2.</translation>
    </message>
    <message>
        <source>The picture with the table of the figures, or without it, as a slide; otherwise in, with --from out.</source>
        <translation>Hình có bảng số đo, hay không có, như một trang chiếu; mặc định là in, với --from là out.</translation>
    </message>
    <message>
        <source>The picture&apos;s title, instead of the usual one.</source>
        <translation>Tiêu đề của hình, thay cho tiêu đề thường dùng.</translation>
    </message>
    <message>
        <source>Width and height of the picture in pixels at scale 1; otherwise as the figure likes.</source>
        <translation>Chiều rộng và chiều cao của hình theo pixel ở tỉ lệ 1; mặc định là cỡ vừa với hình.</translation>
    </message>
    <message>
        <source>--table is in or out, not &quot;%1&quot;.</source>
        <translation>--table là in hoặc out, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--%1 is for the picture: say where to with -o.</source>
        <translation>--%1 dành cho hình: hãy nói ghi vào đâu bằng -o.</translation>
    </message>
    <message>
        <source>--%1 is for new runs, but --from takes recordings that are there.</source>
        <translation>--%1 dành cho các lần chạy mới, còn --from dùng những bản ghi đã có.</translation>
    </message>
    <message>
        <source>A picture has room for %1 recordings; these are %2.</source>
        <translation>Một hình có chỗ cho %1 bản ghi; ở đây có %2.</translation>
    </message>
    <message>
        <source>%1: no message of a client was read in it of which is recorded when it came, so there is nothing to compare.</source>
        <translation>%1: trong bản ghi này không có thông điệp nào của client được đọc mà biết được lúc đến, nên không có gì để so sánh.</translation>
    </message>
    <message>
        <source>%1 is a run over UDP and %2 one over TCP: they do not differ in the model alone, so they are not compared.</source>
        <translation>%1 là lần chạy qua UDP còn %2 qua TCP: chúng không chỉ khác nhau ở mô hình, nên không so sánh.</translation>
    </message>
    <message>
        <source>From recordings: %1</source>
        <comment>names of files</comment>
        <translation>Từ các bản ghi: %1</translation>
    </message>
    <message>
        <source>How many descriptors the servers of select(), poll() and epoll may still get: then EMFILE. Otherwise as many as the system allows.</source>
        <translation>Các server dùng select(), poll() và epoll còn được bao nhiêu descriptor: hết thì EMFILE. Mặc định: bao nhiêu tuỳ hệ thống.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; cannot be left so few descriptors.</source>
        <translation>Không thể để server “%1” còn ít descriptor như vậy.</translation>
    </message>
    <message>
        <source>Which models: servers of &quot;iomodels list servers&quot;, with a variant after a colon: nonblocking:MS (a pause between rounds of polling), sigio:queued, aio:signal, aio:thread, epoll:edge. &quot;udp&quot; is one of each model of the lecture over UDP, &quot;all&quot; is every server, &quot;two-inputs&quot; are the three ways to wait for a keyboard and a socket. Otherwise one of each model over TCP.</source>
        <translation>Những mô hình nào: tên server trong &quot;iomodels list servers&quot;, sau dấu hai chấm có thể là một biến thể: nonblocking:MS (nghỉ bấy nhiêu mili giây giữa hai vòng polling), sigio:queued, aio:signal, aio:thread, epoll:edge. &quot;udp&quot; là mỗi mô hình của bài giảng một server UDP, &quot;all&quot; là mọi server, &quot;two-inputs&quot; là ba cách chờ cả bàn phím lẫn socket. Mặc định: mỗi mô hình một server TCP.</translation>
    </message>
    <message>
        <source>Draw a figure of a recording into a file, or make a page of it.</source>
        <translation>Vẽ một hình của bản ghi vào tệp, hoặc làm một trang phát lại.</translation>
    </message>
    <message>
        <source>With a server&apos;s name its lesson is run first and drawn then. --lang chooses the language of the picture, too, and the one a page opens in. For a course each LESSON is one of &quot;iomodels list lessons&quot;, a file of your own, or a row of the lecture, as L7; &quot;lecture&quot; means all.</source>
        <translation>Nếu cho tên một server thì bài của nó được chạy trước rồi mới vẽ. --lang cũng chọn ngôn ngữ của hình và ngôn ngữ mà trang mở ra đầu tiên. Với khoá học, mỗi LESSON là một tên trong &quot;iomodels list lessons&quot;, một tệp của bạn, hoặc một hàng của bài giảng như L7; &quot;lecture&quot; nghĩa là tất cả.</translation>
    </message>
    <message>
        <source>A signal ended it; what was not complete was not written.</source>
        <translation>Một tín hiệu đã dừng việc này; phần chưa xong không được ghi.</translation>
    </message>
    <message>
        <source>%1 was not written: so many steps do not fit into a page of %2 kB. Choose some with --range FROM-TO.</source>
        <translation>%1 không được ghi: ngần ấy bước không vừa một trang %2 kB. Hãy chọn bớt bằng --range FROM-TO.</translation>
    </message>
    <message>
        <source>%1 steps, %2 kB</source>
        <comment>of a page</comment>
        <translation>%1 bước, %2 kB</translation>
    </message>
    <message>
        <source>%1 steps, %2 kB; left out far from what is said and asked: %3</source>
        <comment>of a page; a number of steps</comment>
        <translation>%1 bước, %2 kB; bỏ bớt những bước xa chỗ được nói và được hỏi: %3</translation>
    </message>
    <message>
        <source>The lesson %1 compares several runs: it has no page.</source>
        <translation>Bài %1 so sánh nhiều lần chạy nên không có trang phát lại.</translation>
    </message>
    <message>
        <source>%1 stands for several lessons, and a page has one: name a folder for their course, or one of %2.</source>
        <comment>a row of the lecture, lessons</comment>
        <translation>%1 gồm nhiều bài học, mà một trang chỉ có một bài: hãy ghi tên một thư mục cho cả khoá học, hoặc một trong các bài %2.</translation>
    </message>
    <message>
        <source>The lesson %1 compares several runs: there is no recording of it to draw.</source>
        <translation>Bài %1 so sánh nhiều lần chạy: không có một bản ghi nào để vẽ.</translation>
    </message>
    <message>
        <source>A course is made of lessons, and %1 is none; &quot;iomodels list lessons&quot; names them.</source>
        <translation>Khoá học gồm các bài học, mà %1 không phải bài học; &quot;iomodels list lessons&quot; liệt kê các bài.</translation>
    </message>
    <message>
        <source>it compares several runs: it has no page</source>
        <comment>a lesson</comment>
        <translation>so sánh nhiều lần chạy nên không có trang phát lại</translation>
    </message>
    <message>
        <source>%1 of %2: %3: %4</source>
        <comment>progress; a lesson, what became of it</comment>
        <translation>%1 trên %2: %3: %4</translation>
    </message>
    <message>
        <source>Run nothing: draw the last message that was awaited in each of these recordings, all over UDP or all over TCP.</source>
        <translation>Không chạy gì: vẽ thông điệp cuối cùng được chờ trong mỗi bản ghi này, tất cả qua UDP hoặc tất cả qua TCP.</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Cái giá phải trả</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Mất bao lâu</translation>
    </message>
    <message>
        <source>%1 is there already: choose the name of a folder that is not, or an empty one.</source>
        <translation>%1 đã có: hãy chọn tên một thư mục chưa có, hoặc một thư mục còn trống.</translation>
    </message>
    <message>
        <source>%1; otherwise svg.</source>
        <translation>%1; mặc định là svg.</translation>
    </message>
    <message>
        <source>The shape of a slide; otherwise 16:9.</source>
        <translation>Tỉ lệ của trang chiếu; mặc định là 16:9.</translation>
    </message>
    <message>
        <source>Only these rows of the lecture: L01 to L14, M for the models measured, X for what is beyond.</source>
        <translation>Chỉ những mục này của bài giảng: L01 đến L14, M là số đo của các mô hình, X là phần ngoài bài giảng.</translation>
    </message>
    <message>
        <source>Where to: a folder that is not there yet, or is empty.</source>
        <translation>Ghi vào đâu: một thư mục chưa có, hoặc còn trống.</translation>
    </message>
    <message>
        <source>Say where to: -o FOLDER.</source>
        <translation>Hãy nói ghi vào đâu: -o THƯ_MỤC.</translation>
    </message>
    <message>
        <source>A format is %1, not &quot;%2&quot;.</source>
        <comment>suffixes</comment>
        <translation>Định dạng là %1, không phải &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--aspect is 16:9 or 4:3, not &quot;%1&quot;.</source>
        <translation>--aspect là 16:9 hoặc 4:3, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no row &quot;%1&quot;, only %2.</source>
        <translation>Không có mục &quot;%1&quot;, chỉ có %2.</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <comment>progress</comment>
        <translation>Hình %1 trên %2</translation>
    </message>
    <message>
        <source>A signal ended it early; nothing was written.</source>
        <translation>Một tín hiệu đã kết thúc sớm; không ghi gì cả.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are in %1.</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%n hình nằm trong %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw the pictures of the whole lecture, in its order.</source>
        <translation>Vẽ các hình của cả bài giảng, theo thứ tự của bài.</translation>
    </message>
    <message>
        <source>Every lesson is run for it, which takes about a minute. The files&apos; names sort in the order of the lecture. Nothing is in the folder before everything is.</source>
        <translation>Mọi bài học được chạy để lấy hình, mất khoảng một phút. Tên tệp sắp theo thứ tự của bài giảng. Thư mục chỉ có khi đã có đủ mọi hình.</translation>
    </message>
    <message>
        <source>--%1 is for a run, and %2 is a recording.</source>
        <translation>--%1 dành cho một lần chạy, còn %2 là bản ghi.</translation>
    </message>
    <message>
        <source>The recording %1 was not made of a lesson.</source>
        <translation>Bản ghi %1 không được ghi từ một bài học.</translation>
    </message>
    <message>
        <source>A lesson is one of &quot;iomodels list lessons&quot;, or a file of your own. Its run is real, and the answers are worked out from its recording. A recording that --save has kept has its lesson in it, and is gone through again without a run.</source>
        <translation>Bài học là một trong &quot;iomodels list lessons&quot;, hoặc một tệp của riêng bạn. Lần chạy là thật, và đáp án được tính từ bản ghi của nó. Bản ghi mà --save giữ lại có sẵn bài học bên trong, nên xem lại được mà không cần chạy.</translation>
    </message>
    <message>
        <source>The audience comes in with: nc %1 %2, or with a browser at http://%1:%3/. The server sees it as clients of 127.0.0.1.</source>
        <translation>Lớp kết nối bằng: nc %1 %2, hoặc mở trình duyệt ở http://%1:%3/. Server thấy đó là các client từ 127.0.0.1.</translation>
    </message>
    <message>
        <source>Let others in at this IPv4 address of this machine, from other machines too: with nc, or with a page in a browser. Each is led to the server, within limits, as a client of 127.0.0.1. Otherwise nobody can come from elsewhere.</source>
        <translation>Cho người khác kết nối tới địa chỉ IPv4 này của máy, kể cả từ máy khác: bằng nc, hoặc bằng một trang trong trình duyệt. Mỗi người được dẫn tới server, trong giới hạn, như một client từ 127.0.0.1. Mặc định thì không ai từ máy khác vào được.</translation>
    </message>
    <message>
        <source>Connections of the audience: %1 let in, %2 turned away, %3 sent out because they left lying what they were sent.</source>
        <translation>Kết nối của lớp: nhận %1, từ chối %2, cắt %3 vì để dữ liệu gửi đến ứ lại không đọc.</translation>
    </message>
    <message>
        <source>The figure: one of &quot;iomodels list figures&quot;. Otherwise an animation has the stage.</source>
        <translation>Hình: một tên trong &quot;iomodels list figures&quot;. Ảnh động mặc định là hình stage.</translation>
    </message>
    <message>
        <source>For the figures crossing, timeline and overview, for a page and an animation: only steps FROM to TO, as it was after TO unless --at says another instant.</source>
        <translation>Cho các hình crossing, timeline, overview, cho một trang web và ảnh động: chỉ các bước từ FROM đến TO, như sau bước TO nếu --at không nói thời điểm khác.</translation>
    </message>
    <message>
        <source>The frames of an animation: a moment each, which is the usual, or a chapter each, at its end.</source>
        <translation>Các khung hình của ảnh động: mỗi thời điểm một khung hình (mặc định), hoặc mỗi chương một khung hình, lúc chương kết thúc.</translation>
    </message>
    <message>
        <source>How long an animation is; otherwise 20. Its frames stand in proportion to the time that really went by, but none shorter than 0.1 s or longer than 3 s.</source>
        <translation>Ảnh động dài bao nhiêu giây; mặc định: 20. Các khung hình đứng lại theo tỉ lệ thời gian thật đã trôi qua, nhưng không khung hình nào ngắn hơn 0,1 s hay dài hơn 3 s.</translation>
    </message>
    <message>
        <source>How many pixels of a PNG or an animation stand for one of --size; otherwise 2, of an animation 1.</source>
        <translation>Mỗi pixel của --size ứng với bao nhiêu pixel trong PNG hay ảnh động; mặc định: 2, ảnh động là 1.</translation>
    </message>
    <message>
        <source>Where to: %1 for a figure, FILE.gif or FILE.webp for one that moves; FILE.json for the whole recording as a Chrome trace, which Perfetto opens; FILE.html for a page to step through in any browser; a folder for a course, with a page for each LESSON.</source>
        <translation>Ghi vào đâu: %1 cho một hình, FILE.gif hay FILE.webp cho ảnh động; FILE.json cho cả bản ghi ở dạng Chrome trace mà Perfetto mở được; FILE.html cho một trang phát lại, xem từng bước trong trình duyệt bất kỳ; một thư mục cho cả khoá học, mỗi LESSON một trang.</translation>
    </message>
    <message>
        <source>--%1 is for an animation, and %2 is none.</source>
        <translation>--%1 chỉ dùng cho ảnh động, mà %2 thì không phải.</translation>
    </message>
    <message>
        <source>An animation has many instants: choose its steps by --range, not by --at.</source>
        <translation>Ảnh động gồm nhiều thời điểm: hãy chọn các bước bằng --range, không phải --at.</translation>
    </message>
    <message>
        <source>The frames of an animation are moments or chapters, not &quot;%1&quot;.</source>
        <translation>Khung hình của ảnh động là moments hoặc chapters, không phải &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A range is of steps: it goes with --frames moments.</source>
        <translation>Khoảng bước tính theo bước: chỉ dùng được với --frames moments.</translation>
    </message>
    <message>
        <source>The seconds of an animation are a number above 0 and up to %1, not &quot;%2&quot;.</source>
        <translation>Số giây của ảnh động là một số lớn hơn 0 và không quá %1, không phải &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The lesson %1 compares several runs: it has no animation.</source>
        <translation>Bài %1 so sánh nhiều lần chạy nên không có ảnh động.</translation>
    </message>
    <message>
        <source>The recording has no chapters: its frames can be its moments only.</source>
        <translation>Bản ghi không có chương nào: khung hình chỉ có thể là các thời điểm của nó.</translation>
    </message>
    <message>
        <source>%1 was not written: an animation has at most %2 frames. Choose some steps with --range FROM-TO.</source>
        <translation>Không ghi %1: ảnh động có nhiều nhất %2 khung hình. Hãy chọn một số bước bằng --range FROM-TO.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The same inputs for every program: the client sends all its messages at once, meanwhile lines are typed, %1 in all. A line&apos;s delay counts from its last keystroke.</source>
        <translation>Đầu vào của mọi chương trình đều như nhau: client gửi tất cả thông điệp cùng một lúc, trong khi đó có tất cả %1 dòng được gõ. Độ trễ của một dòng tính từ phím gõ cuối cùng của nó.</translation>
    </message>
    <message>
        <source>The same inputs for every program: the client sends a message every %1, meanwhile lines are typed, %2 in all. A line&apos;s delay counts from its last keystroke.</source>
        <translation>Đầu vào của mọi chương trình đều như nhau: client cứ %1 gửi một thông điệp, trong khi đó có tất cả %2 dòng được gõ. Độ trễ của một dòng tính từ phím gõ cuối cùng của nó.</translation>
    </message>
    <message>
        <source>%1, pause %2</source>
        <comment>a model, a duration</comment>
        <translation>%1, nghỉ %2</translation>
    </message>
    <message>
        <source>%1, queued signals</source>
        <comment>a model</comment>
        <translation>%1, tín hiệu xếp hàng</translation>
    </message>
    <message>
        <source>%1, edge-triggered</source>
        <comment>a model</comment>
        <translation>%1, báo theo sườn</translation>
    </message>
    <message>
        <source>%1, tells by a signal</source>
        <comment>a model</comment>
        <translation>%1, báo bằng tín hiệu</translation>
    </message>
    <message>
        <source>%1, tells by a thread</source>
        <comment>a model</comment>
        <translation>%1, báo bằng luồng</translation>
    </message>
    <message>
        <source>%1, without a pause</source>
        <comment>a model</comment>
        <translation>%1, không nghỉ</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>dồn một lúc</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>mỗi %1</translation>
    </message>
    <message>
        <source>Clients: %1 · messages of each client: %2 · bytes of a message: %3 · messages come: %4 · runs of each model: %5</source>
        <translation>Số client: %1 · thông điệp của mỗi client: %2 · số byte một thông điệp: %3 · thông điệp đến: %4 · số lần chạy mỗi mô hình: %5</translation>
    </message>
    <message>
        <source>The same work for every model: each client connects, at one instant all of them send all their messages, then they read the answers and close.</source>
        <translation>Mọi mô hình làm cùng một việc: từng client kết nối, đến một thời điểm tất cả cùng gửi dồn mọi thông điệp, sau đó mới đọc trả lời rồi đóng.</translation>
    </message>
    <message>
        <source>The models take turns, one run at a time, in an order shuffled anew for every round; there is no warm-up. Figures are those of the server&apos;s threads over a whole run.</source>
        <translation>Các mô hình thay phiên nhau, mỗi lúc chỉ một lần chạy, thứ tự được xáo lại sau mỗi lượt; không chạy khởi động trước. Số đo là của các luồng server trong cả lần chạy.</translation>
    </message>
    <message>
        <source>Arrival to data in hand is an interval: the data arrives while the client is in its send(), so the delay is at most counted from the beginning of that call, at least from its end.</source>
        <translation>Từ lúc đến tới lúc đọc xong là một khoảng: dữ liệu đến trong khi client đang ở trong send(), nên độ trễ nhiều nhất là tính từ đầu lời gọi đó, ít nhất là tính từ cuối.</translation>
    </message>
    <message>
        <source>%1: this system lacks what it needs (%2: %3).</source>
        <comment>a model, an error, its meaning</comment>
        <translation>%1: hệ thống này thiếu thứ mà nó cần (%2: %3).</translation>
    </message>
    <message>
        <source>%1: client %2 could not go on. %3</source>
        <comment>a model, a client, a sentence</comment>
        <translation>%1: client %2 không tiếp tục được. %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a model, a sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 did not come to an end: of the bytes for client %2, %4, only %3 had come back.</source>
        <comment>a model, a client, bytes received, bytes expected</comment>
        <translation>%1 không chạy đến hết: trong %4 byte của client %2 mới có %3 byte quay về.</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <comment>a model</comment>
        <translation>%1: đã huỷ.</translation>
    </message>
    <message>
        <source>There can be 1 to %1 clients.</source>
        <translation>Số client từ 1 đến %1.</translation>
    </message>
    <message>
        <source>A message can have 1 to %1 bytes.</source>
        <translation>Một thông điệp có từ 1 đến %1 byte.</translation>
    </message>
    <message>
        <source>A client can send 1 to %1 messages.</source>
        <translation>Một client gửi từ 1 đến %1 thông điệp.</translation>
    </message>
    <message>
        <source>Each model can run 1 to %1 times.</source>
        <translation>Mỗi mô hình chạy từ 1 đến %1 lần.</translation>
    </message>
    <message>
        <source>Messages can come every %1 to %2.</source>
        <translation>Khoảng cách giữa hai thông điệp từ %1 đến %2.</translation>
    </message>
    <message>
        <source>All clients together can send %1 messages at most.</source>
        <translation>Tất cả client gộp lại gửi nhiều nhất %1 thông điệp.</translation>
    </message>
    <message>
        <source>In a burst a client can send %1 bytes at most: it does not read meanwhile, and with all buffers full it and the server would wait for each other forever.</source>
        <translation>Khi gửi dồn, một client gửi nhiều nhất %1 byte: nó không đọc trong lúc gửi, nếu mọi vùng đệm đều đầy thì nó và server sẽ chờ nhau mãi mãi.</translation>
    </message>
    <message>
        <source>system calls</source>
        <comment>a column</comment>
        <translation>lời gọi hệ thống</translation>
    </message>
    <message>
        <source>failed polls</source>
        <comment>a column</comment>
        <translation>lần hỏi chưa có gì</translation>
    </message>
    <message>
        <source>CPU time</source>
        <comment>a column</comment>
        <translation>thời gian CPU</translation>
    </message>
    <message>
        <source>voluntary switches</source>
        <comment>a column</comment>
        <translation>chuyển ngữ cảnh tự nguyện</translation>
    </message>
    <message>
        <source>involuntary switches</source>
        <comment>a column</comment>
        <translation>chuyển ngữ cảnh bị ép</translation>
    </message>
    <message>
        <source>longest time blocked</source>
        <comment>a column</comment>
        <translation>lần bị chặn lâu nhất</translation>
    </message>
    <message>
        <source>arrival to data in hand, median</source>
        <comment>a column</comment>
        <translation>từ lúc đến tới lúc đọc xong, trung vị</translation>
    </message>
    <message>
        <source>arrival to data in hand, worst</source>
        <comment>a column</comment>
        <translation>từ lúc đến tới lúc đọc xong, tệ nhất</translation>
    </message>
    <message>
        <source>threads used</source>
        <comment>a column</comment>
        <translation>số luồng</translation>
    </message>
    <message>
        <source>descriptors used</source>
        <comment>a column</comment>
        <translation>số descriptor</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a measured figure</comment>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>Some recordings are incomplete, since events came faster than they could be kept: the counts of those runs are too low.</source>
        <translation>Có bản ghi không đầy đủ vì sự kiện đến nhanh hơn mức lưu kịp: các số đếm của những lần chạy đó thấp hơn thực tế.</translation>
    </message>
    <message>
        <source>Some of these servers use UDP and some TCP: what differs between them is not the model alone.</source>
        <translation>Trong các server này có cái dùng UDP, có cái dùng TCP: khác nhau giữa chúng không chỉ do mô hình.</translation>
    </message>
    <message>
        <source>The same work for every model: each client connects, sends a message every %1 (or, if an answer comes later than that, as soon as it has it), and closes.</source>
        <translation>Mọi mô hình làm cùng một việc: từng client kết nối, cứ %1 gửi một thông điệp (nếu trả lời đến muộn hơn thì gửi ngay khi nhận được), rồi đóng.</translation>
    </message>
    <message>
        <source>The blocking server serves one client after the other: the others&apos; messages wait in the kernel meanwhile, and that is part of the delay. Once it is their turn they send what they are behind with, and these messages wait for nobody.</source>
        <translation>Server chặn phục vụ hết client này mới đến client khác: trong lúc đó thông điệp của các client còn lại nằm chờ trong hạt nhân, và thời gian chờ đó cũng tính vào độ trễ. Đến lượt mình, client gửi dồn những thông điệp bị muộn, và các thông điệp này không phải chờ ai.</translation>
    </message>
    <message>
        <source>Threads of the C library that wait and copy for the server, as for aio, are counted among the threads as far as they were seen, but their system calls, CPU time and switches are in no figure.</source>
        <translation>Các luồng của thư viện C chờ và copy thay cho server, như với aio, được tính vào số luồng nếu đã quan sát thấy, nhưng lời gọi hệ thống, thời gian CPU và số lần chuyển ngữ cảnh của chúng không nằm trong số đo nào.</translation>
    </message>
    <message>
        <source>A server that is told by a thread has one started by the C library for each complete read: each of them is counted among the threads, and its system calls, CPU time and switches with those of the server.</source>
        <translation>Với server được báo bằng luồng, mỗi lần đọc hoàn tất thư viện C tạo ra một luồng: mỗi luồng ấy được tính vào số luồng, còn lời gọi hệ thống, thời gian CPU và số lần chuyển ngữ cảnh của nó được tính chung với của server.</translation>
    </message>
    <message>
        <source>Planned to data in hand begins at the moment for which the message was planned, and so counts how late the client was to send it, whatever the reason: it may have waited for an answer, or for a processor. Arrival to data in hand leaves that out.</source>
        <translation>Từ lúc dự định tới lúc đọc xong thì tính từ thời điểm mà thông điệp được dự định gửi, nên gồm cả phần client gửi trễ, bất kể vì lý do gì: có thể nó đã phải chờ trả lời, hoặc chờ CPU. Từ lúc đến tới lúc đọc xong không gồm phần ấy.</translation>
    </message>
    <message>
        <source>planned to data in hand, median</source>
        <comment>a column</comment>
        <translation>từ lúc dự định tới lúc đọc xong, trung vị</translation>
    </message>
    <message>
        <source>planned to data in hand, worst</source>
        <comment>a column</comment>
        <translation>từ lúc dự định tới lúc đọc xong, tệ nhất</translation>
    </message>
    <message>
        <source>The small marks in the table are the single runs.</source>
        <translation>Các vạch nhỏ trong bảng là từng lần chạy.</translation>
    </message>
    <message>
        <source>The picture shows one message of each model, taken from its latest run: of the half before which the server had waited longer, the middle one by its delay.</source>
        <translation>Hình vẽ một thông điệp của mỗi mô hình, lấy từ lần chạy mới nhất: trong nửa số thông điệp mà trước đó server đã chờ lâu hơn, lấy cái có độ trễ đứng giữa.</translation>
    </message>
    <message>
        <source>%1 did not come to an end: of the bytes for client %2, %4, only %3 had come back. Datagrams are lost when a receive buffer is full: fewer clients or paced arrivals leave room.</source>
        <comment>a model, a client, bytes received, bytes expected</comment>
        <translation>%1 chưa chạy đến hết: trong %4 byte của client %2, mới chỉ có %3 byte quay về. Datagram bị mất khi vùng đệm nhận đã đầy: hãy bớt client, hoặc gửi đều đặn thay vì gửi dồn.</translation>
    </message>
    <message>
        <source>Over UDP a message can have %1 bytes at most: the servers read each datagram into a buffer of that size, and what does not fit into it is lost.</source>
        <translation>Qua UDP, một thông điệp có nhiều nhất %1 byte: server đọc mỗi datagram vào một vùng đệm cỡ đó, phần không vừa sẽ mất.</translation>
    </message>
    <message>
        <source>In some runs accept() failed, since no descriptor was left (EMFILE): these clients waited until another one had closed, and that is part of the delay. Raise the limit with “ulimit -n”.</source>
        <translation>Trong một số lần chạy, accept() thất bại vì không còn descriptor nào (EMFILE): các client này phải chờ đến khi một client khác đóng, và thời gian đó nằm trong độ trễ. Hãy nâng giới hạn bằng “ulimit -n”.</translation>
    </message>
    <message>
        <source>Programs with a keyboard and a socket (two-inputs-…) do another work than the servers: they are compared with each other only.</source>
        <translation>Các chương trình có bàn phím và socket (two-inputs-…) làm công việc khác với các server: chỉ so sánh chúng với nhau.</translation>
    </message>
    <message>
        <source>A program with a keyboard and a socket has one client.</source>
        <translation>Chương trình có bàn phím và socket chỉ có một client.</translation>
    </message>
    <message>
        <source>To a program with a keyboard and a socket a message can have %1 bytes at most: a line has no more.</source>
        <translation>Thông điệp gửi cho chương trình có bàn phím và socket dài nhất %1 byte: một dòng không dài hơn.</translation>
    </message>
</context>
<context>
    <name>Contradictions</name>
    <message>
        <source>%1: %2() of %3 did its work on descriptor %4, which cannot be.</source>
        <translation>%1: %2() của %3 làm việc trên descriptor %4, một số không thể có.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 returned %4, and returns 0 or -1 only.</source>
        <translation>%1: %2() của %3 trả về %4, trong khi nó chỉ trả về 0 hoặc -1.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 made descriptor %4, which its program had open since step %5.</source>
        <translation>%1: %2() của %3 tạo ra descriptor %4, trong khi chương trình ấy đã mở số này từ bước %5.</translation>
    </message>
    <message>
        <source>%1 events are said to be lost, more than one a nanosecond in each thread.</source>
        <translation>Bản ghi nói đã mất %1 sự kiện, nhiều hơn một sự kiện mỗi nano giây trong mỗi luồng.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Bước %1</translation>
    </message>
    <message>
        <source>At the end</source>
        <comment>what is still in flight then</comment>
        <translation>Ở cuối</translation>
    </message>
    <message>
        <source>%1: %2() of %3 moved %4 bytes and was asked for %5 at most.</source>
        <translation>%1: %2() của %3 chuyển %4 byte, mà chỉ được yêu cầu nhiều nhất %5.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 found %4 ready, more than it was asked about.</source>
        <translation>%1: %2() của %3 thấy %4 descriptor sẵn sàng, nhiều hơn số được hỏi.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 returned %4: below -1 a call returns nothing.</source>
        <translation>%1: %2() của %3 trả về %4: không lời gọi nào trả về số nhỏ hơn -1.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 failed, and with no error.</source>
        <translation>%1: %2() của %3 thất bại mà không có lỗi nào.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 was asked for fewer than 0 bytes.</source>
        <translation>%1: %2() của %3 được yêu cầu ít hơn 0 byte.</translation>
    </message>
    <message>
        <source>%1: %2() of %3 began before its call of step %4 had ended: a thread is in one call at a time.</source>
        <translation>%1: %2() của %3 bắt đầu trước khi lời gọi ở bước %4 của nó kết thúc: mỗi lúc một luồng chỉ ở trong một lời gọi.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 comes after its thread had ended (step %4).</source>
        <translation>%1: %2 của %3 xảy ra sau khi luồng của nó đã kết thúc (bước %4).</translation>
    </message>
    <message>
        <source>%1: %2() of %3 was repeated %4 times, more than once a nanosecond.</source>
        <translation>%1: %2() của %3 được lặp lại %4 lần, nhiều hơn một lần mỗi nano giây.</translation>
    </message>
    <message numerus="yes">
        <source>The recording contradicts itself in %n places and is shown as far as it makes sense. %1</source>
        <translation>
            <numerusform>Bản ghi tự mâu thuẫn ở %n chỗ và được hiện trong chừng mực còn có nghĩa. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>a signal interrupted the call</source>
        <translation>một tín hiệu đã ngắt lời gọi</translation>
    </message>
    <message>
        <source>the descriptor is not open</source>
        <translation>descriptor này không mở</translation>
    </message>
    <message>
        <source>nothing is ready, and the call must not wait</source>
        <translation>chưa có gì sẵn sàng, mà lời gọi không được phép chờ</translation>
    </message>
    <message>
        <source>the limit of open descriptors is reached</source>
        <translation>đã dùng hết số descriptor được phép mở</translation>
    </message>
    <message>
        <source>the whole system has no descriptor left</source>
        <translation>cả hệ thống đã hết descriptor</translation>
    </message>
    <message>
        <source>the system has no memory left</source>
        <translation>hệ thống đã hết bộ nhớ</translation>
    </message>
    <message>
        <source>the kernel has no buffer left</source>
        <translation>hạt nhân đã hết vùng đệm</translation>
    </message>
    <message>
        <source>the other end has reset the connection</source>
        <translation>đầu bên kia đã reset kết nối</translation>
    </message>
    <message>
        <source>nobody listens on that port</source>
        <translation>không có ai nghe ở cổng đó</translation>
    </message>
    <message>
        <source>the connection can no longer be written to</source>
        <translation>không còn ghi vào kết nối được nữa</translation>
    </message>
    <message>
        <source>the port is in use already</source>
        <translation>cổng này đang được dùng</translation>
    </message>
    <message>
        <source>the address or a free port for it is not available</source>
        <translation>không có địa chỉ này, hoặc không còn cổng trống cho nó</translation>
    </message>
    <message>
        <source>the system does not permit it</source>
        <translation>hệ thống không cho phép</translation>
    </message>
    <message>
        <source>the call makes no sense for this descriptor as it is now</source>
        <translation>lời gọi không hợp lệ với trạng thái hiện tại của descriptor</translation>
    </message>
    <message>
        <source>the descriptor is not a socket</source>
        <translation>descriptor này không phải socket</translation>
    </message>
    <message>
        <source>the socket is not connected</source>
        <translation>socket chưa được kết nối</translation>
    </message>
    <message>
        <source>the socket is connected already</source>
        <translation>socket đã được kết nối rồi</translation>
    </message>
    <message>
        <source>the connection is still being made</source>
        <translation>kết nối đang được thiết lập</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>không có trả lời kịp thời</translation>
    </message>
    <message>
        <source>the network cannot be reached</source>
        <translation>không tới được mạng đó</translation>
    </message>
    <message>
        <source>the computer cannot be reached</source>
        <translation>không tới được máy đó</translation>
    </message>
    <message>
        <source>the address given is not in the program&apos;s memory</source>
        <translation>địa chỉ truyền vào không thuộc bộ nhớ của chương trình</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>đĩa đã đầy</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>không có tệp này</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>đây là thư mục, không phải tệp</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>đĩa này chỉ đọc được</translation>
    </message>
    <message>
        <source>the system reports this error</source>
        <translation>hệ thống báo lỗi này</translation>
    </message>
    <message>
        <source>the connection was broken off</source>
        <translation>kết nối đã bị huỷ giữa chừng</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>%1() waited %2 for room in the send buffer of descriptor %3 and then returned -1 with EWOULDBLOCK: a time limit of the socket was up (SO_SNDTIMEO, socket(7)).</source>
        <translation>%1() đã chờ %2 để có chỗ trong vùng đệm gửi của descriptor %3 rồi trả về -1 với EWOULDBLOCK: đã hết thời hạn đặt cho socket (SO_SNDTIMEO, socket(7)).</translation>
    </message>
    <message>
        <source>%1() waited %2 for descriptor %3 and then returned -1 with EWOULDBLOCK: nothing had come, and a time limit of the socket was up (SO_RCVTIMEO, socket(7)).</source>
        <translation>%1() đã chờ %2 ở descriptor %3 rồi trả về -1 với EWOULDBLOCK: chưa có gì đến, và đã hết thời hạn đặt cho socket (SO_RCVTIMEO, socket(7)).</translation>
    </message>
    <message>
        <source>the other end</source>
        <comment>of a connection</comment>
        <translation>đầu bên kia</translation>
    </message>
    <message>
        <source>another program (port %1)</source>
        <translation>một chương trình khác (cổng %1)</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>socket nghe</translation>
    </message>
    <message>
        <source>%1() failed: it returned -1, and errno is %2: %3.</source>
        <translation>%1() thất bại: giá trị trả về là -1, errno là %2: %3.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Chưa ghi được gì.</translation>
    </message>
    <message>
        <source>The recording begins here: nothing has been done yet.</source>
        <translation>Bản ghi bắt đầu ở đây: chưa có gì được thực hiện.</translation>
    </message>
    <message>
        <source>The recording does not tell what this step was.</source>
        <translation>Bản ghi không cho biết bước này là gì.</translation>
    </message>
    <message>
        <source>The connection stays in the queue of descriptor %1 until a descriptor is closed.</source>
        <translation>Kết nối vẫn nằm trong hàng đợi của descriptor %1 cho đến khi có một descriptor được đóng.</translation>
    </message>
    <message>
        <source>That happens when the listening socket is shut down because the run is being stopped.</source>
        <translation>Điều này xảy ra khi socket nghe bị shutdown() vì lần chạy đang kết thúc.</translation>
    </message>
    <message>
        <source>accept() returned descriptor %1: a new socket, connected with %2. Descriptor %3 goes on listening.</source>
        <translation>accept() trả về descriptor %1: một socket mới, đã kết nối với %2. Descriptor %3 vẫn tiếp tục nghe.</translation>
    </message>
    <message>
        <source>But %1 is beyond FD_SETSIZE - 1 = %2: an fd_set has no bit for it, so the server must refuse this client.</source>
        <translation>Nhưng %1 vượt quá FD_SETSIZE - 1 = %2: fd_set không có bit cho nó, nên server phải từ chối client này.</translation>
    </message>
    <message>
        <source>The run is being stopped: shutdown() on descriptor %1 wakes a thread that sleeps in a call on it. A close() by another thread would not wake it.</source>
        <translation>Lần chạy đang kết thúc: shutdown() trên descriptor %1 đánh thức luồng đang ngủ trong một lời gọi trên nó. Nếu luồng khác chỉ close() thì luồng ấy không thức dậy.</translation>
    </message>
    <message>
        <source>%1 closes its sending direction only: a half-close.</source>
        <translation>%1 chỉ đóng chiều gửi của mình (half-close).</translation>
    </message>
    <message>
        <source>%1 has closed its sending direction (FIN), but can still receive. After the bytes sent before, the other end&apos;s recv() returns 0.</source>
        <translation>%1 đã đóng chiều gửi (FIN) nhưng vẫn nhận được. Sau các byte đã gửi trước đó, recv() ở đầu bên kia sẽ trả về 0.</translation>
    </message>
    <message>
        <source>%1 shuts down the connection of descriptor %2 without giving the descriptor back.</source>
        <translation>%1 đóng kết nối của descriptor %2 bằng shutdown() nhưng không trả lại descriptor.</translation>
    </message>
    <message>
        <source>%1 closes descriptor %2, its end of the connection with %3.</source>
        <translation>%1 đóng descriptor %2, đầu của nó trong kết nối với %3.</translation>
    </message>
    <message>
        <source>Descriptor %1 is closed, and its number is free again.</source>
        <translation>Descriptor %1 đã đóng, số này lại trống.</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.</source>
        <translation>
            <numerusform>Còn %n byte đã đến mà không ai đọc, nên hạt nhân gửi RST thay vì FIN.</numerusform>
        </translation>
    </message>
    <message>
        <source>The kernel sends a FIN: after the bytes sent before, the other end&apos;s recv() returns 0.</source>
        <translation>Hạt nhân gửi FIN: sau các byte đã gửi trước đó, recv() ở đầu bên kia sẽ trả về 0.</translation>
    </message>
    <message>
        <source>%1 closes its listening socket, descriptor %2.</source>
        <translation>%1 đóng socket nghe, descriptor %2.</translation>
    </message>
    <message>
        <source>The listening socket, descriptor %1, is closed: nobody can connect any more.</source>
        <translation>Socket nghe, descriptor %1, đã đóng: không ai kết nối được nữa.</translation>
    </message>
    <message>
        <source>%1 closes descriptor %2.</source>
        <translation>%1 đóng descriptor %2.</translation>
    </message>
    <message>
        <source>When the data arrived is not known: the sender is another program.</source>
        <translation>Không biết dữ liệu đến lúc nào: bên gửi là một chương trình khác.</translation>
    </message>
    <message>
        <source>When the data arrived is not known: the recording does not tell.</source>
        <translation>Không biết dữ liệu đến lúc nào: bản ghi không cho biết.</translation>
    </message>
    <message numerus="yes">
        <source>The thread slept %1 until data arrived (phase 1); waking up and copying %n bytes into the application&apos;s buffer took %2 (phase 2).</source>
        <translation>
            <numerusform>Luồng đã ngủ %1 cho đến khi dữ liệu đến (giai đoạn 1); thức dậy và copy %n byte vào vùng đệm của ứng dụng mất %2 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are still in the receive buffer.</source>
        <translation>
            <numerusform>Trong vùng đệm nhận vẫn còn %n byte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2() returned %n: the kernel took only so many of %1.</source>
        <translation>
            <numerusform>%2() trả về %n: trong %1, hạt nhân chỉ nhận chừng đó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken all %n bytes for %1; %3() took %2.</source>
        <translation>
            <numerusform>Hạt nhân đã nhận cả %n byte để gửi tới %1; %3() mất %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait in the kernel: no accept() has returned for this connection yet (inferred from the recording).</source>
        <translation>Chúng chờ trong hạt nhân: chưa có accept() nào trả về kết nối này (suy ra từ bản ghi).</translation>
    </message>
    <message>
        <source>They are in the kernel now. That does not mean that the other end has read them.</source>
        <translation>Chúng đã ở trong hạt nhân. Điều đó không có nghĩa là đầu bên kia đã đọc.</translation>
    </message>
    <message>
        <source>With a timeout of 0 it only asks, and does not sleep.</source>
        <translation>Với thời gian chờ bằng 0, lời gọi chỉ hỏi chứ không ngủ.</translation>
    </message>
    <message>
        <source>None is ready, so the thread sleeps here for all of them at once, but for at most %1.</source>
        <translation>Chưa descriptor nào sẵn sàng, nên luồng ngủ ở đây để chờ tất cả cùng lúc, nhưng nhiều nhất là %1.</translation>
    </message>
    <message>
        <source>If none is ready, the thread sleeps, but for at most %1.</source>
        <translation>Nếu chưa descriptor nào sẵn sàng, luồng sẽ ngủ, nhưng nhiều nhất là %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel which of %n descriptors can be read: %2.</source>
        <translation>
            <numerusform>%1 hỏi hạt nhân: trong %n descriptor này, descriptor nào đọc được: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks the kernel which descriptors are ready: for reading %2, for writing %3, for exceptional conditions %4.</source>
        <translation>%1 hỏi hạt nhân descriptor nào sẵn sàng: để đọc %2, để ghi %3, có tình huống ngoại lệ %4.</translation>
    </message>
    <message>
        <source>The first argument, %1, is the highest descriptor plus 1: the kernel looks at bits 0 to %2.</source>
        <translation>Tham số đầu tiên, %1, là descriptor lớn nhất cộng 1: hạt nhân xem các bit từ 0 đến %2.</translation>
    </message>
    <message>
        <source>Descriptor %1 is the listening socket: a connection waits for accept().</source>
        <translation>Descriptor %1 là socket nghe: có một kết nối đang chờ accept().</translation>
    </message>
    <message>
        <source>recv() on %1 will not sleep: data, end of file or an error waits there.</source>
        <translation>recv() trên %1 sẽ không ngủ: ở đó có dữ liệu, hết dữ liệu (EOF) hoặc lỗi đang chờ.</translation>
    </message>
    <message>
        <source>The sets are as they were: they say nothing about readiness.</source>
        <translation>Các tập vẫn như cũ: chúng không nói gì về sự sẵn sàng.</translation>
    </message>
    <message>
        <source>select() returned 0 after %1: the time is up and no descriptor was ready. All bits of %2 are 0 now.</source>
        <translation>select() trả về 0 sau %1: hết thời gian chờ mà không descriptor nào sẵn sàng. Mọi bit của %2 giờ bằng 0.</translation>
    </message>
    <message>
        <source>select() returned %1 after %2: of %3, these are ready: %4.</source>
        <translation>select() trả về %1 sau %2: trong %3, các descriptor sẵn sàng là %4.</translation>
    </message>
    <message>
        <source>select() returned %1 after %2: ready for reading %3, for writing %4, for exceptional conditions %5.</source>
        <translation>select() trả về %1 sau %2: sẵn sàng để đọc %3, để ghi %4, có tình huống ngoại lệ %5.</translation>
    </message>
    <message>
        <source>The kernel has overwritten %1: only their bits are still 1.</source>
        <translation>Hạt nhân đã ghi đè lên %1: chỉ các bit của chúng còn bằng 1.</translation>
    </message>
    <message>
        <source>poll() returned 0 after %1: the time is up and no descriptor was ready.</source>
        <translation>poll() trả về 0 sau %1: hết thời gian chờ mà không descriptor nào sẵn sàng.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for a TCP socket: one end of a connection to be, with buffers of its own in the kernel.</source>
        <translation>%1 xin hạt nhân một socket TCP: một đầu của kết nối sau này, có các vùng đệm riêng trong hạt nhân.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for a socket.</source>
        <translation>%1 xin hạt nhân một socket.</translation>
    </message>
    <message>
        <source>%1 asks that its port may be used again at once, even if old connections on it are still in TIME_WAIT.</source>
        <translation>%1 xin được dùng lại cổng của mình ngay, dù các kết nối cũ trên cổng đó còn ở TIME_WAIT.</translation>
    </message>
    <message>
        <source>%1 prepares to reset the connection of descriptor %2 instead of ending it in order.</source>
        <translation>%1 chuẩn bị reset kết nối của descriptor %2 thay vì kết thúc bình thường.</translation>
    </message>
    <message>
        <source>%1 asks for a port for descriptor %2. Port 0 means: the kernel may choose a free one.</source>
        <translation>%1 xin một cổng cho descriptor %2. Cổng 0 nghĩa là: hạt nhân tự chọn một cổng trống.</translation>
    </message>
    <message>
        <source>%1 asks for port %3 for descriptor %2.</source>
        <translation>%1 xin cổng %3 cho descriptor %2.</translation>
    </message>
    <message>
        <source>Descriptor %1 has port %2 now.</source>
        <translation>Descriptor %1 giờ đã có cổng %2.</translation>
    </message>
    <message>
        <source>Descriptor %1 is a listening socket now. From here on the kernel completes connections by itself and keeps them in a queue until accept() takes them.</source>
        <translation>Descriptor %1 giờ là socket nghe. Từ đây hạt nhân tự hoàn tất các kết nối và giữ chúng trong hàng đợi cho đến khi accept() lấy ra.</translation>
    </message>
    <message>
        <source>%1 asks the kernel which port descriptor %2 has.</source>
        <translation>%1 hỏi hạt nhân descriptor %2 có cổng nào.</translation>
    </message>
    <message>
        <source>Descriptor %1 listens on port %2: this is where clients connect.</source>
        <translation>Descriptor %1 nghe ở cổng %2: client sẽ kết nối tới đây.</translation>
    </message>
    <message>
        <source>This end of the connection, descriptor %1, has port %2.</source>
        <translation>Đầu này của kết nối, descriptor %1, có cổng %2.</translation>
    </message>
    <message>
        <source>socket() returned descriptor %1, the smallest number that was free. The socket exists in the kernel now, but it has no connection yet.</source>
        <translation>socket() trả về descriptor %1, số nhỏ nhất còn trống. Socket đã có trong hạt nhân nhưng chưa có kết nối.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0, so descriptor %1 is not ready.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0, vậy descriptor %1 chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 is the listening socket, so a connection waits for accept().</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Descriptor %1 là socket nghe, vậy có một kết nối đang chờ accept().</translation>
    </message>
    <message>
        <source>It is the listening socket: while nobody can be accepted, select() would find it ready again and again.</source>
        <translation>Đó là socket nghe: khi chưa thể chấp nhận ai, select() sẽ cứ thấy nó sẵn sàng mãi.</translation>
    </message>
    <message>
        <source>Every slot of %1 is %2 now: all are free.</source>
        <translation>Mọi ô của %1 giờ bằng %2: tất cả đều trống.</translation>
    </message>
    <message>
        <source>Slot %1 of %2 is free again: the next client can have it.</source>
        <translation>Ô %1 của %2 lại trống: client sau có thể dùng.</translation>
    </message>
    <message>
        <source>maxfd stays %1: too large does no harm, select() looks at a few bits too many.</source>
        <translation>maxfd vẫn là %1: lớn hơn cần thiết cũng không sao, select() chỉ phải xem thừa vài bit.</translation>
    </message>
    <message>
        <source>Slot %1 of %2 holds descriptor %3 now, the connection with %4.</source>
        <translation>Ô %1 của %2 giờ chứa descriptor %3, kết nối với %4.</translation>
    </message>
    <message>
        <source>It was the first free slot.</source>
        <translation>Đó là ô trống đầu tiên.</translation>
    </message>
    <message>
        <source>All bits of %1 are 0 now: the set is empty.</source>
        <translation>Mọi bit của %1 giờ bằng 0: tập rỗng.</translation>
    </message>
    <message>
        <source>%1 is a copy of %2 now. select() overwrites the set it is given, so the program passes the copy and keeps %2.</source>
        <translation>%1 giờ là bản sao của %2. select() ghi đè lên tập được truyền vào, nên chương trình truyền bản sao và giữ lại %2.</translation>
    </message>
    <message>
        <source>An fd_set has bits 0 to %2 only (FD_SETSIZE - 1): there is none for descriptor %1, and nothing was changed.</source>
        <translation>fd_set chỉ có các bit từ 0 đến %2 (FD_SETSIZE - 1): không có bit nào cho descriptor %1, và không có gì thay đổi.</translation>
    </message>
    <message>
        <source>maxfd is %1 now, the highest descriptor so far. select() is given maxfd + 1 = %2: how many bits to look at.</source>
        <translation>maxfd giờ là %1, descriptor lớn nhất cho đến nay. select() được truyền maxfd + 1 = %2: số bit phải xem.</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1 giờ là %2.</translation>
    </message>
    <message>
        <source>The run is paused: %1 is held at the gate before %2(). It does not wait for the kernel.</source>
        <translation>Lần chạy đang tạm dừng: %1 bị giữ ở chốt trước %2(). Luồng không chờ hạt nhân.</translation>
    </message>
    <message>
        <source>The run is paused: %1 is held at the gate before its next step. It does not wait for the kernel.</source>
        <translation>Lần chạy đang tạm dừng: %1 bị giữ ở chốt trước bước kế tiếp. Luồng không chờ hạt nhân.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has ended. It used %2 of processor time and gave the processor up %n times of its own accord, mostly to sleep.</source>
        <translation>
            <numerusform>%1 đã kết thúc. Luồng đã dùng %2 thời gian CPU và %n lần tự nhường CPU, phần lớn là để ngủ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen from outside: %1 has used %2 of processor time so far.</source>
        <translation>Quan sát từ bên ngoài: đến giờ %1 đã dùng %2 thời gian CPU.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): the kernel has put %1 to sleep.</source>
        <translation>Quan sát từ bên ngoài (/proc): hạt nhân đã cho %1 ngủ.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): %1 is running.</source>
        <translation>Quan sát từ bên ngoài (/proc): %1 đang chạy.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): the state of %1 has changed.</source>
        <translation>Quan sát từ bên ngoài (/proc): trạng thái của %1 đã thay đổi.</translation>
    </message>
    <message>
        <source>%1 wishes to sleep for %2.</source>
        <translation>%1 xin ngủ %2.</translation>
    </message>
    <message>
        <source>%1 has slept for %2.</source>
        <translation>%1 đã ngủ %2.</translation>
    </message>
    <message>
        <source>the server</source>
        <comment>within a sentence</comment>
        <translation>server</translation>
    </message>
    <message>
        <source>%1 calls accept() on descriptor %2 while the run is being stopped: the listening socket has been shut down.</source>
        <translation>%1 gọi accept() trên descriptor %2 trong lúc lần chạy đang kết thúc: socket nghe đã bị shutdown().</translation>
    </message>
    <message>
        <source>The run is being stopped: shutdown() makes a descriptor ready, even if neither data nor a connection has come.</source>
        <translation>Lần chạy đang kết thúc: shutdown() làm cho descriptor sẵn sàng, dù không có dữ liệu hay kết nối nào đến.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1, because shutdown() has made descriptor %1 ready: the run is being stopped.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1, vì shutdown() đã làm descriptor %1 sẵn sàng: lần chạy đang kết thúc.</translation>
    </message>
    <message>
        <source>The run is being stopped: a thread of the program begins to wake those that sleep in the kernel.</source>
        <translation>Lần chạy đang kết thúc: một luồng của chương trình bắt đầu đánh thức những luồng đang ngủ trong hạt nhân.</translation>
    </message>
    <message>
        <source>%1 begins: a thread of its own, number %2 in the system (tid).</source>
        <translation>%1 bắt đầu: một luồng riêng, số %2 trong hệ thống (tid).</translation>
    </message>
    <message>
        <source>the control thread</source>
        <comment>within a sentence</comment>
        <translation>luồng điều khiển</translation>
    </message>
    <message>
        <source>accept() did not sleep: the thread had waited in %2(), at least %1.</source>
        <translation>accept() không ngủ: luồng đã chờ trong %2(), ít nhất %1.</translation>
    </message>
    <message>
        <source>Before that, the thread had slept in accept(), at least %1.</source>
        <translation>Trước đó luồng đã ngủ trong accept(), ít nhất %1.</translation>
    </message>
    <message>
        <source>The data arrived during the sender&apos;s send(): that is known to within %1.</source>
        <translation>Dữ liệu đến trong khi bên gửi gọi send(): thời điểm này biết được với sai số %1.</translation>
    </message>
    <message numerus="yes">
        <source>The thread slept for at least %1 until data arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2).</source>
        <translation>
            <numerusform>Luồng đã ngủ ít nhất %1 cho đến khi dữ liệu đến (giai đoạn 1). Thức dậy và copy %n byte vào vùng đệm của ứng dụng mất nhiều nhất %2 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>The first argument, %1, makes the kernel look at bits 0 to %2: it is maxfd + 1, and maxfd is the highest descriptor there has been.</source>
        <translation>Tham số đầu tiên, %1, khiến hạt nhân xem các bit từ 0 đến %2: đó là maxfd + 1, với maxfd là descriptor lớn nhất từng có.</translation>
    </message>
    <message numerus="yes">
        <source>%1() was called on descriptor %2 %n times within %3, and each time nothing was there (EWOULDBLOCK). The thread did not sleep: this is polling.</source>
        <translation>
            <numerusform>%1() được gọi trên descriptor %2 %n lần trong %3, lần nào cũng chưa có gì (EWOULDBLOCK). Luồng không ngủ: đây là polling (hỏi liên tục).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks for the next connection of descriptor %2, which is non-blocking: if none waits, accept() returns -1 with EWOULDBLOCK at once.</source>
        <translation>%1 xin kết nối kế tiếp của descriptor %2. Descriptor này là non-blocking: nếu không có kết nối nào chờ, accept() trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message numerus="yes">
        <source>%1 offers the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, send() takes only a part, or nothing: it does not wait.</source>
        <translation>
            <numerusform>%1 đưa cho hạt nhân %n byte gửi đến %2 (descriptor %3). Nếu vùng đệm gửi đã đầy, send() chỉ nhận một phần hoặc không nhận gì: nó không chờ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The send buffer of descriptor %1 is full, and the call must not wait: send() took nothing, %n times (EWOULDBLOCK).</source>
        <translation>
            <numerusform>Vùng đệm gửi của descriptor %1 đã đầy mà lời gọi không được chờ: send() không nhận gì, %n lần (EWOULDBLOCK).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks for the file status flags of descriptor %2.</source>
        <translation>%1 hỏi các cờ trạng thái tệp (file status flags) của descriptor %2.</translation>
    </message>
    <message>
        <source>%1 calls fcntl() on descriptor %2.</source>
        <translation>%1 gọi fcntl() trên descriptor %2.</translation>
    </message>
    <message>
        <source>%1 sets the file status flags of descriptor %2 to %3.</source>
        <translation>%1 đặt các cờ trạng thái của descriptor %2 thành %3.</translation>
    </message>
    <message>
        <source>Descriptor %1 is non-blocking now: a call on it that would have to wait returns -1 with EWOULDBLOCK at once.</source>
        <translation>Descriptor %1 giờ là non-blocking (không chặn): lời gọi nào trên nó lẽ ra phải chờ sẽ trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message>
        <source>Descriptor %1 is blocking: a call on it that has to wait puts the thread to sleep.</source>
        <translation>Descriptor %1 là blocking (chặn): lời gọi nào trên nó phải chờ sẽ làm luồng ngủ.</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel with poll() which of %n descriptors can be read: %2.</source>
        <translation>
            <numerusform>%1 dùng poll() hỏi hạt nhân: trong %n descriptor này, descriptor nào đọc được: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>poll() returned %1 after %2: of %3, these are ready: %4. Their revents tell why; events stay as they were.</source>
        <translation>poll() trả về %1 sau %2: trong %3, những descriptor sẵn sàng là %4. revents của chúng cho biết lý do; events vẫn như cũ.</translation>
    </message>
    <message>
        <source>%1 does this: %2.</source>
        <translation>%1 làm việc này: %2.</translation>
    </message>
    <message>
        <source>%1 says who is to get the signals of descriptor %2: itself, thread %3.</source>
        <translation>%1 cho biết ai sẽ nhận tín hiệu của descriptor %2: chính nó, luồng %3.</translation>
    </message>
    <message>
        <source>%1 chooses which signal descriptor %2 sends: %3.</source>
        <translation>%1 chọn tín hiệu mà descriptor %2 sẽ gửi: %3.</translation>
    </message>
    <message>
        <source>%1 switches signals on for descriptor %2 (O_ASYNC), and lets none of its calls wait (O_NONBLOCK).</source>
        <translation>%1 bật tín hiệu cho descriptor %2 (O_ASYNC), và không cho lời gọi nào trên đó phải chờ (O_NONBLOCK).</translation>
    </message>
    <message>
        <source>From now on descriptor %1 sends a signal when something can be done on it, and no call on it waits.</source>
        <translation>Từ giờ, descriptor %1 gửi tín hiệu khi có thể làm gì đó với nó, và không lời gọi nào trên nó phải chờ.</translation>
    </message>
    <message>
        <source>%1 says which function the kernel is to call when %2 is delivered.</source>
        <translation>%1 cho hạt nhân biết phải gọi hàm nào khi %2 được chuyển đến.</translation>
    </message>
    <message>
        <source>%1 has a handler now: without one, it would end the process.</source>
        <translation>%1 đã có hàm xử lý: nếu không có, tín hiệu này sẽ kết thúc tiến trình.</translation>
    </message>
    <message>
        <source>No signal was pending.</source>
        <translation>Không có tín hiệu nào đang chờ.</translation>
    </message>
    <message numerus="yes">
        <source>%n signals were delivered before the call returned.</source>
        <translation>
            <numerusform>%n tín hiệu đã được chuyển đến trước khi lời gọi trả về.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is about to block %2: a stretch into which no handler may come.</source>
        <translation>%1 sắp chặn %2: trong đoạn này không hàm xử lý nào được chạy xen vào.</translation>
    </message>
    <message>
        <source>%1 lets %2 in again: what is pending is delivered before the call returns.</source>
        <translation>%1 bỏ chặn %2: tín hiệu đang chờ được chuyển đến trước khi lời gọi trả về.</translation>
    </message>
    <message>
        <source>%1 is blocked now. Signals that come meanwhile stay pending: SIGIO once, however often it came; a real-time signal as often as it came.</source>
        <translation>%1 đang bị chặn. Tín hiệu đến trong lúc này phải chờ: SIGIO chỉ được giữ một lần, dù đến bao nhiêu lần; tín hiệu thời gian thực thì đủ số lần đã đến.</translation>
    </message>
    <message>
        <source>%1 is let in again.</source>
        <translation>%1 đã được bỏ chặn.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1, the listening socket, and says POLL_IN: a connection is complete.</source>
        <translation>Tín hiệu nêu descriptor %1, socket nghe, và báo POLL_IN: một kết nối đã hoàn tất.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_IN: data or the end of the data has come.</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_IN: có dữ liệu đến, hoặc đã hết dữ liệu.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_OUT: its send buffer had been full and has room again.</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_OUT: vùng đệm gửi từng đầy, nay lại có chỗ.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_PRI: urgent data has come.</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_PRI: có dữ liệu khẩn đến.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_HUP: both directions of the connection are closed now.</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_HUP: cả hai chiều của kết nối đều đã đóng.</translation>
    </message>
    <message>
        <source>Plain SIGIO tells neither which descriptor nor why (si_code is SI_KERNEL): the handler has to try all of them.</source>
        <translation>SIGIO thông thường (không xếp hàng) không cho biết descriptor nào, cũng không cho biết vì sao (si_code là SI_KERNEL): hàm xử lý phải thử tất cả.</translation>
    </message>
    <message>
        <source>si_code is %1.</source>
        <translation>si_code là %1.</translation>
    </message>
    <message>
        <source>%1 has connected</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã kết nối</translation>
    </message>
    <message>
        <source>%1 has sent urgent data</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã gửi dữ liệu khẩn</translation>
    </message>
    <message>
        <source>%1 has sent %2</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã gửi %2</translation>
    </message>
    <message>
        <source>%1 has half-closed its connection</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã đóng chiều gửi (half-close)</translation>
    </message>
    <message>
        <source>%1 has reset its connection</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã reset kết nối (RST)</translation>
    </message>
    <message>
        <source>%1 has closed its connection</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã đóng kết nối</translation>
    </message>
    <message>
        <source>Inferred from the recording: %1.</source>
        <translation>Suy ra từ bản ghi: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The recording shows %n arrivals since the signal before, and this one signal for all.</source>
        <translation>
            <numerusform>Từ tín hiệu trước đến giờ, bản ghi cho thấy đầu bên kia đã làm %n việc, mà chỉ có một tín hiệu này cho tất cả.</numerusform>
        </translation>
    </message>
    <message>
        <source>The latest: %1 (inferred).</source>
        <translation>Gần nhất: %1 (suy ra).</translation>
    </message>
    <message>
        <source>The kernel interrupts %1 where it is and calls its handler: %2 is delivered.</source>
        <translation>Hạt nhân ngắt %1 ngay tại chỗ và gọi hàm xử lý của nó: %2 được chuyển đến.</translation>
    </message>
    <message>
        <source>This is done in the handler of %1.</source>
        <translation>Việc này được thực hiện trong hàm xử lý %1.</translation>
    </message>
    <message>
        <source>The main flow computes: %1 primes found so far. It is blocked in no call.</source>
        <translation>Chương trình chính đang tính toán: đã tìm được %1 số nguyên tố. Nó không bị chặn trong lời gọi nào.</translation>
    </message>
    <message>
        <source>aio_read() returned at once, after %1: request %2, on descriptor %3, is in progress (EINPROGRESS). Waiting and copying are left to a thread of the C library, and the program goes on.</source>
        <translation>aio_read() trả về ngay, sau %1: yêu cầu %2, trên descriptor %3, đang được thực hiện (EINPROGRESS). Việc chờ và copy được giao cho một luồng của thư viện C, còn chương trình chạy tiếp.</translation>
    </message>
    <message>
        <source>%1 asks how far the request on descriptor %2 is. aio_error() does not wait.</source>
        <translation>%1 hỏi xem yêu cầu trên descriptor %2 đã đến đâu. aio_error() không chờ.</translation>
    </message>
    <message>
        <source>Request %1, on descriptor %2, is not complete yet: aio_error() gives EINPROGRESS.</source>
        <translation>Yêu cầu %1, trên descriptor %2, chưa hoàn tất: aio_error() trả về EINPROGRESS.</translation>
    </message>
    <message>
        <source>Request %1, on descriptor %2, is complete: whatever there was to wait for and to copy is over. SIGIO would only say that a read may start.</source>
        <translation>Yêu cầu %1, trên descriptor %2, đã hoàn tất: việc chờ và việc copy đều đã xong. SIGIO chỉ báo rằng có thể bắt đầu đọc.</translation>
    </message>
    <message>
        <source>Request %1, on descriptor %2, is over and has failed: aio_error() gives %3: %4.</source>
        <translation>Yêu cầu %1, trên descriptor %2, đã kết thúc và thất bại: aio_error() trả về %3: %4.</translation>
    </message>
    <message>
        <source>The data was in the kernel when it was asked for. That it was in the buffer was known %1 later, at most.</source>
        <translation>Khi yêu cầu thì dữ liệu đã có trong hạt nhân. Chậm nhất %1 sau đó thì biết là dữ liệu đã nằm trong vùng đệm.</translation>
    </message>
    <message>
        <source>Beside the program, not in it: the library waited at least %1 for the data (phase 1); copying it and telling of it took at most %2 (phase 2).</source>
        <translation>Diễn ra bên cạnh chương trình, không chặn nó: thư viện chờ dữ liệu ít nhất %1 (giai đoạn 1); copy và báo tin mất nhiều nhất %2 (giai đoạn 2).</translation>
    </message>
    <message>
        <source>%1 takes the result of the request on descriptor %2. aio_return() does not wait.</source>
        <translation>%1 lấy kết quả của yêu cầu trên descriptor %2. aio_return() không chờ.</translation>
    </message>
    <message>
        <source>aio_return() gives 0 for request %1, as recv() would have: end of file. Nothing more will come on descriptor %2.</source>
        <translation>aio_return() trả về 0 cho yêu cầu %1, như recv(): hết dữ liệu (EOF). Descriptor %2 sẽ không nhận thêm gì nữa.</translation>
    </message>
    <message numerus="yes">
        <source>aio_return() gives the result of request %1, as recv() would have: %n bytes are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>aio_return() trả về kết quả của yêu cầu %1, như recv(): %n byte đã nằm sẵn trong vùng đệm của ứng dụng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits in aio_suspend() until one of %n requests is complete: not for data that may be read, but for data that has been read.</source>
        <translation>
            <numerusform>%1 chờ trong aio_suspend() cho đến khi một trong %n yêu cầu hoàn tất: không phải chờ dữ liệu có thể đọc, mà chờ dữ liệu đã đọc xong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_suspend() returned after %1: at least one of %n requests is complete. Which one it does not say: aio_error() does.</source>
        <translation>
            <numerusform>aio_suspend() trả về sau %1: ít nhất một trong %n yêu cầu đã hoàn tất. Nó không nói là yêu cầu nào: hãy hỏi aio_error().</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_suspend() returned after %1: the time given to it is up, and none of %n requests is complete.</source>
        <translation>
            <numerusform>aio_suspend() trả về sau %1: đã hết thời gian chờ mà chưa yêu cầu nào trong %n yêu cầu hoàn tất.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks that the requests on descriptor %2 be given up.</source>
        <translation>%1 xin huỷ các yêu cầu trên descriptor %2.</translation>
    </message>
    <message>
        <source>aio_cancel() gives AIO_CANCELED: the request had not been begun, and is given up.</source>
        <translation>aio_cancel() trả về AIO_CANCELED: yêu cầu chưa được bắt đầu và đã bị huỷ.</translation>
    </message>
    <message>
        <source>aio_cancel() gives AIO_NOTCANCELED: a thread of the library reads already, and that cannot be broken off.</source>
        <translation>aio_cancel() trả về AIO_NOTCANCELED: một luồng của thư viện đang đọc rồi, không huỷ được nữa.</translation>
    </message>
    <message>
        <source>aio_cancel() gives AIO_ALLDONE: the request was complete.</source>
        <translation>aio_cancel() trả về AIO_ALLDONE: yêu cầu đã hoàn tất từ trước.</translation>
    </message>
    <message>
        <source>The C library has started a thread (tid %1) only to say that request %2 is complete: it calls the program&apos;s function.</source>
        <translation>Thư viện C vừa tạo một luồng (tid %1) chỉ để báo rằng yêu cầu %2 đã hoàn tất: luồng này gọi hàm của chương trình.</translation>
    </message>
    <message>
        <source>epoll is beyond the lecture: it exists on Linux only.</source>
        <translation>epoll nằm ngoài bài giảng: chỉ Linux mới có.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for an epoll instance: a list, kept in the kernel, of the descriptors to watch.</source>
        <translation>%1 xin hạt nhân một đối tượng epoll: một danh sách, nằm trong hạt nhân, gồm các descriptor cần theo dõi.</translation>
    </message>
    <message>
        <source>epoll_create1() returned descriptor %1: its interest list is empty still. select() and poll() are given everything anew in each call; this list stays in the kernel.</source>
        <translation>epoll_create1() trả về descriptor %1: danh sách theo dõi (interest list) của nó còn rỗng. select() và poll() phải được đưa lại mọi thứ trong mỗi lời gọi; còn danh sách này nằm lại trong hạt nhân.</translation>
    </message>
    <message>
        <source>%1 puts descriptor %2 (%3) into the interest list.</source>
        <translation>%1 đưa descriptor %2 (%3) vào danh sách theo dõi.</translation>
    </message>
    <message>
        <source>Descriptor %1 (%2) is in the interest list now, asked about %3.</source>
        <translation>Descriptor %1 (%2) giờ đã ở trong danh sách theo dõi, sự kiện cần báo: %3.</translation>
    </message>
    <message>
        <source>%1 changes what is asked about descriptor %2 (%3).</source>
        <translation>%1 đổi các sự kiện cần báo của descriptor %2 (%3).</translation>
    </message>
    <message>
        <source>Descriptor %1 (%2) is asked about %3 from now on.</source>
        <translation>Từ giờ, các sự kiện cần báo của descriptor %1 (%2) là %3.</translation>
    </message>
    <message>
        <source>%1 takes descriptor %2 (%3) out of the interest list.</source>
        <translation>%1 bỏ descriptor %2 (%3) khỏi danh sách theo dõi.</translation>
    </message>
    <message>
        <source>Descriptor %1 (%2) is no longer in the interest list.</source>
        <translation>Descriptor %1 (%2) không còn trong danh sách theo dõi.</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel which of the %n descriptors in the interest list are ready; the list itself is in the kernel and is not handed over.</source>
        <translation>
            <numerusform>%1 hỏi hạt nhân xem trong %n descriptor của danh sách theo dõi, những descriptor nào sẵn sàng; bản thân danh sách nằm trong hạt nhân, không phải truyền vào.</numerusform>
        </translation>
    </message>
    <message>
        <source>With edge this is told once: the program must read until EAGAIN.</source>
        <translation>Theo sườn thì điều này chỉ được báo một lần: chương trình phải đọc cho đến khi gặp EAGAIN.</translation>
    </message>
    <message>
        <source>epoll_wait() returned 0 after %1: the time is up and no descriptor was ready.</source>
        <translation>epoll_wait() trả về 0 sau %1: hết thời gian chờ mà không descriptor nào sẵn sàng.</translation>
    </message>
    <message numerus="yes">
        <source>epoll_wait() returned %1 after %2: of %n descriptors in the interest list it tells of %3 only.</source>
        <translation>
            <numerusform>epoll_wait() trả về %1 sau %2: trong %n descriptor của danh sách theo dõi, nó chỉ báo về %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>io_uring is beyond the lecture: it exists on Linux only.</source>
        <translation>io_uring nằm ngoài bài giảng: chỉ Linux mới có.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for two rings in memory that both share: one for operations to be done, one for those that are complete.</source>
        <translation>%1 xin hạt nhân hai vòng (ring) trong vùng nhớ mà chương trình và hạt nhân dùng chung: một vòng cho các thao tác cần làm, một vòng cho các thao tác đã hoàn tất.</translation>
    </message>
    <message>
        <source>io_uring_queue_init() made the system call io_uring_setup(), which returned descriptor %1. The program writes operations into the submission ring; the kernel writes into the completion ring.</source>
        <translation>io_uring_queue_init() đã thực hiện lời gọi hệ thống io_uring_setup(), lời gọi này trả về descriptor %1. Chương trình ghi các thao tác vào vòng submission; hạt nhân ghi vào vòng completion.</translation>
    </message>
    <message numerus="yes">
        <source>%1 hands in the %n queued operations with one system call.</source>
        <translation>
            <numerusform>%1 giao %n thao tác đang xếp hàng bằng một lời gọi hệ thống.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hands in nothing new.</source>
        <translation>%1 không giao thêm gì mới.</translation>
    </message>
    <message>
        <source>No operation is complete, so the thread sleeps here. What it waits for, and the copying, is the kernel&apos;s work.</source>
        <translation>Chưa thao tác nào hoàn tất, nên luồng ngủ ở đây. Việc chờ và việc copy do hạt nhân làm.</translation>
    </message>
    <message>
        <source>If no operation is complete, the thread sleeps until one is.</source>
        <translation>Nếu chưa thao tác nào hoàn tất, luồng ngủ cho đến khi có.</translation>
    </message>
    <message>
        <source>io_uring_enter() returned %1 after %2: so many operations were handed in, and one at least is complete. Which, stands in the completion ring: reading it takes no system call.</source>
        <translation>io_uring_enter() trả về %1 sau %2: từng ấy thao tác đã được giao, và ít nhất một thao tác đã hoàn tất. Thao tác nào thì ghi trong vòng completion: đọc vòng này không cần lời gọi hệ thống.</translation>
    </message>
    <message>
        <source>An accept on descriptor %1 stands in the submission ring.</source>
        <translation>Một thao tác accept trên descriptor %1 đã nằm trong vòng submission.</translation>
    </message>
    <message numerus="yes">
        <source>A send of %n bytes on descriptor %1 (%2) stands in the submission ring.</source>
        <translation>
            <numerusform>Một thao tác gửi %n byte trên descriptor %1 (%2) đã nằm trong vòng submission.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run is being stopped: all operations in the kernel&apos;s hands are to be cancelled. They would outlive close().</source>
        <translation>Lần chạy đang kết thúc: mọi thao tác mà hạt nhân đang giữ phải bị huỷ. close() không làm chúng dừng lại.</translation>
    </message>
    <message>
        <source>The kernel had waited at least %1 for the data (phase 1) and copied it by itself (phase 2): no recv() was called.</source>
        <translation>Hạt nhân đã chờ dữ liệu ít nhất %1 (giai đoạn 1) và tự copy (giai đoạn 2): không có recv() nào được gọi.</translation>
    </message>
    <message>
        <source>The kernel did both phases by itself: no recv() was called.</source>
        <translation>Hạt nhân tự làm cả hai giai đoạn: không có recv() nào được gọi.</translation>
    </message>
    <message>
        <source>Completion: %1 on descriptor %2 was cancelled.</source>
        <translation>Kết quả (CQE): %1 trên descriptor %2 đã bị huỷ.</translation>
    </message>
    <message>
        <source>Completion: %1 on descriptor %2 failed with %3: %4.</source>
        <translation>Kết quả (CQE): %1 trên descriptor %2 thất bại với %3: %4.</translation>
    </message>
    <message>
        <source>Completion: the accept is done. Descriptor %1 is the connection with %2.</source>
        <translation>Kết quả (CQE): thao tác accept đã hoàn tất. Descriptor %1 là kết nối với %2.</translation>
    </message>
    <message>
        <source>Completion: end of file on descriptor %1: %2 has closed its sending direction.</source>
        <translation>Kết quả (CQE): hết dữ liệu (EOF) trên descriptor %1: %2 đã đóng chiều gửi của mình.</translation>
    </message>
    <message numerus="yes">
        <source>Completion: %n bytes from %1 are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>Kết quả (CQE): %n byte từ %1 đã nằm sẵn trong vùng đệm của ứng dụng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completion: the kernel has taken %n bytes for %1.</source>
        <translation>
            <numerusform>Kết quả (CQE): hạt nhân đã nhận %n byte để gửi tới %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Completion: %1 is done, with result %2.</source>
        <translation>Kết quả (CQE): %1 đã hoàn tất, giá trị là %2.</translation>
    </message>
    <message>
        <source>The signal says that request %1 is complete: what was asked for is in the buffer already. SIGIO would only say that a read may start.</source>
        <translation>Tín hiệu báo rằng yêu cầu %1 đã hoàn tất: dữ liệu cần đọc đã nằm sẵn trong vùng đệm. SIGIO chỉ báo rằng có thể bắt đầu đọc.</translation>
    </message>
    <message>
        <source>Operation %1 on descriptor %2 stands in the submission ring.</source>
        <translation>Thao tác %1 trên descriptor %2 đã nằm trong vòng submission.</translation>
    </message>
    <message>
        <source>Another thread of the server closes descriptor %1, and the server does not know: a bug of real programs.</source>
        <translation>Một luồng khác của server đóng descriptor %1 mà server không hay biết: đây là lỗi có thật trong nhiều chương trình.</translation>
    </message>
    <message>
        <source>%1 asks whether %2 is a descriptor at all: fcntl() with F_GETFD fails if it is none.</source>
        <translation>%1 hỏi xem %2 có còn là descriptor không: nếu không, fcntl() với F_GETFD sẽ thất bại.</translation>
    </message>
    <message>
        <source>Another thread of the server begins: it has the same descriptors.</source>
        <translation>Một luồng khác của server bắt đầu: nó dùng chung các descriptor.</translation>
    </message>
    <message>
        <source>No datagram has arrived on descriptor %1, so the thread sleeps in %2(): phase 1, wait for data.</source>
        <translation>Chưa có datagram nào đến descriptor %1 nên luồng ngủ trong %2(): giai đoạn 1, chờ dữ liệu đến.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2, which is non-blocking: if no datagram has arrived, it returns -1 with EWOULDBLOCK at once.</source>
        <translation>%1 gọi %3() trên descriptor %2. Descriptor này là non-blocking: nếu chưa có datagram nào đến, lời gọi trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message numerus="yes">
        <source>%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</source>
        <translation>
            <numerusform>%1() không ngủ: trước đó luồng đã chờ trong %2() (giai đoạn 1). Nó copy %n byte vào vùng đệm của ứng dụng trong %3 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2). It arrived during the sender&apos;s send(): that is known to within %3.</source>
        <translation>
            <numerusform>Luồng đã ngủ ít nhất %1 cho đến khi một datagram đến (giai đoạn 1). Thức dậy và copy %n byte vào vùng đệm của ứng dụng mất nhiều nhất %2 (giai đoạn 2). Datagram đến trong lúc bên gửi gọi send(): thời điểm này biết được với sai số %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A datagram was in the kernel already, so %1() did not sleep: it copied %n bytes into the application&apos;s buffer in %2 (phase 2 only).</source>
        <translation>
            <numerusform>Đã có datagram trong hạt nhân nên %1() không ngủ: nó copy %n byte vào vùng đệm của ứng dụng trong %2 (chỉ có giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>One call takes one datagram, and what does not fit into the buffer is lost.</source>
        <translation>Mỗi lời gọi lấy một datagram; phần không vừa vùng đệm sẽ mất.</translation>
    </message>
    <message>
        <source>%1() returned 0: the socket was shut down, because the run is being stopped.</source>
        <translation>%1() trả về 0: socket đã bị shutdown() vì lần chạy đang kết thúc.</translation>
    </message>
    <message numerus="yes">
        <source>%1 hands the kernel a datagram of %n bytes for %3 (descriptor %2). There is no connection: nobody tells whether it arrives.</source>
        <translation>
            <numerusform>%1 giao cho hạt nhân một datagram %n byte gửi cho %3 (descriptor %2). Không có kết nối: không ai báo datagram có tới nơi hay không.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hands the kernel a datagram of %n bytes, and the address it is for (descriptor %2). There is no connection: nobody tells whether it arrives.</source>
        <translation>
            <numerusform>%1 giao cho hạt nhân một datagram %n byte cùng địa chỉ nơi nhận (descriptor %2). Không có kết nối: không ai báo datagram có tới nơi hay không.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken the datagram of %n bytes; %1() took %2. That does not mean that it has been read.</source>
        <translation>
            <numerusform>Hạt nhân đã nhận datagram %n byte; %1() mất %2. Điều đó không có nghĩa là nó đã được đọc.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks the kernel for a UDP socket: it sends and receives single datagrams, and there is no connection.</source>
        <translation>%1 xin hạt nhân một socket UDP: socket gửi và nhận từng datagram, không có kết nối.</translation>
    </message>
    <message>
        <source>Descriptor %1 has port %2: datagrams for that port are put into its receive buffer.</source>
        <translation>Descriptor %1 có cổng %2: các datagram gửi tới cổng đó được đưa vào vùng đệm nhận của nó.</translation>
    </message>
    <message>
        <source>socket() returned descriptor %1, the smallest number that was free. The socket exists in the kernel now, but it has no port yet.</source>
        <translation>socket() trả về descriptor %1, số nhỏ nhất còn trống. Socket đã có trong hạt nhân nhưng chưa có cổng.</translation>
    </message>
    <message>
        <source>Slot %1 of %2 holds descriptor %3 now: %4.</source>
        <comment>the last: what kind of socket</comment>
        <translation>Ô %1 của %2 giờ chứa descriptor %3: %4.</translation>
    </message>
    <message>
        <source>aio_return() gives 0 for request %1: the socket was shut down, because the run is being stopped.</source>
        <translation>aio_return() trả về 0 cho yêu cầu %1: socket đã bị shutdown() vì lần chạy đang kết thúc.</translation>
    </message>
    <message>
        <source>aio_return() gives 0 for request %1: an empty datagram has arrived. Over UDP 0 is no end of file.</source>
        <translation>aio_return() trả về 0 cho yêu cầu %1: một datagram rỗng đã đến. Với UDP, 0 không có nghĩa là hết dữ liệu (EOF).</translation>
    </message>
    <message numerus="yes">
        <source>aio_return() gives the result of request %1: a datagram, of which %n bytes are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>aio_return() trả về kết quả của yêu cầu %1: một datagram, trong đó %n byte đã nằm sẵn trong vùng đệm của ứng dụng.</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not tell who has sent it. That is known all the same: the socket is connected to port %1, and the kernel gives it nothing else.</source>
        <translation>Nó không cho biết ai đã gửi. Dù vậy vẫn biết được: socket đã connect() tới cổng %1, và hạt nhân chỉ giao cho nó những gì đến từ đó.</translation>
    </message>
    <message>
        <source>%1 calls connect() on a UDP socket, descriptor %2: the kernel only remembers the address, port %3. Nothing is sent. From then on the socket gets the datagrams of that port only, and send() needs no address.</source>
        <translation>%1 gọi connect() trên socket UDP, descriptor %2: hạt nhân chỉ ghi nhớ địa chỉ, cổng %3. Không có gì được gửi đi. Từ đó socket chỉ nhận các datagram đến từ cổng ấy, và send() không cần địa chỉ.</translation>
    </message>
    <message>
        <source>%1 asks that another UDP socket may have the port of descriptor %2, too, if that one says the same of itself.</source>
        <translation>%1 cho phép một socket UDP khác dùng chung cổng của descriptor %2, nếu socket kia cũng cho phép như vậy.</translation>
    </message>
    <message>
        <source>SO_REUSEADDR is set on descriptor %1: another UDP socket that has it set, too, may be bound to the same port. The kernel gives a datagram to the one that is connected to its sender, if there is one.</source>
        <translation>SO_REUSEADDR đã bật trên descriptor %1: một socket UDP khác cũng bật tuỳ chọn này có thể bind() vào cùng cổng. Hạt nhân giao mỗi datagram cho socket đã connect() tới bên gửi nó, nếu có socket như vậy.</translation>
    </message>
    <message>
        <source>An urgent byte had come that nobody took, so the kernel sends a reset (RST) instead of a FIN.</source>
        <translation>Có một byte khẩn đã đến mà không ai lấy, nên hạt nhân gửi RST thay vì FIN.</translation>
    </message>
    <message>
        <source>An urgent byte had come. recv() has taken it with MSG_OOB, but no read of the stream has gone past it: for the kernel it is unread, so it sends a reset (RST) instead of a FIN.</source>
        <translation>Có một byte khẩn đã đến. recv() đã lấy nó bằng MSG_OOB, nhưng chưa lần đọc nào trong dòng byte đi qua chỗ của nó: với hạt nhân nó vẫn chưa được đọc, nên hạt nhân gửi RST thay vì FIN.</translation>
    </message>
    <message>
        <source>Descriptor %1 is closed, which wakes nobody: a select() or poll() that sleeps for it sleeps on, and will not fail because of it. Only a select() that is called from now on and asked about it fails with EBADF; poll() answers POLLNVAL.</source>
        <translation>Descriptor %1 đã đóng, việc này không đánh thức ai: select() hay poll() đang ngủ vì nó vẫn ngủ tiếp, và cũng không thất bại vì nó. Chỉ select() được gọi từ bây giờ mà hỏi về nó mới thất bại với EBADF; còn poll() trả lời POLLNVAL.</translation>
    </message>
    <message>
        <source>select() returned 0 after %1: the time is up and no descriptor was ready. All bits of the sets passed are 0 now.</source>
        <translation>select() trả về 0 sau %1: hết thời gian chờ mà không descriptor nào sẵn sàng. Mọi bit của các tập đã truyền vào giờ bằng 0.</translation>
    </message>
    <message>
        <source>The kernel has overwritten all sets passed: only these bits are still 1.</source>
        <translation>Hạt nhân đã ghi đè mọi tập được truyền vào: chỉ các bit này còn bằng 1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel with poll() which of %n descriptors are ready for what their events say: %2.</source>
        <translation>
            <numerusform>%1 dùng poll() hỏi hạt nhân: trong %n descriptor này, descriptor nào sẵn sàng cho điều ghi ở events của nó: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can be written as soon as there is room in the send buffer.</source>
        <comment>descriptors</comment>
        <translation>%1 ghi được ngay khi vùng đệm gửi có chỗ.</translation>
    </message>
    <message>
        <source>On %1 an exceptional condition would be urgent data, nothing else.</source>
        <comment>descriptors</comment>
        <translation>Trên %1, tình huống ngoại lệ chỉ có thể là dữ liệu khẩn, không là gì khác.</translation>
    </message>
    <message>
        <source>On %1 urgent data has come: a byte beside the stream, which recv() takes with MSG_OOB.</source>
        <comment>descriptors</comment>
        <translation>Trên %1 có dữ liệu khẩn đến: một byte nằm ngoài dòng byte, recv() lấy nó bằng MSG_OOB.</translation>
    </message>
    <message>
        <source>The connection of %1 was reset: a reset makes a descriptor readable and writable, since no call on it would wait; it does not set except.</source>
        <comment>descriptors</comment>
        <translation>Kết nối của %1 đã bị reset (RST): descriptor trở nên vừa đọc được vừa ghi được, vì không lời gọi nào trên nó phải chờ; reset không bật bit trong exceptfds.</translation>
    </message>
    <message>
        <source>%1 has been closed meanwhile, which woke nobody. It counts as ready, since a call on it would not wait: it would fail with EBADF.</source>
        <comment>descriptors</comment>
        <translation>%1 đã bị đóng trong lúc đó, việc này không đánh thức ai. Nó được coi là sẵn sàng, vì lời gọi trên nó sẽ không chờ mà thất bại với EBADF.</translation>
    </message>
    <message>
        <source>POLLERR on %1: an error waits there, the reset of the connection for instance. poll() tells of it without having been asked.</source>
        <comment>descriptors</comment>
        <translation>POLLERR trên %1: ở đó có lỗi đang chờ, chẳng hạn kết nối đã bị reset (RST). poll() báo điều này dù không được hỏi.</translation>
    </message>
    <message>
        <source>POLLNVAL on %1: this is no open descriptor. poll() does not fail because of it, it says which entry is wrong; nothing must be closed.</source>
        <comment>descriptors</comment>
        <translation>POLLNVAL trên %1: đây không phải descriptor đang mở. poll() không thất bại vì nó mà cho biết phần tử nào sai; không được đóng gì ở đây.</translation>
    </message>
    <message>
        <source>The revents say nothing about readiness.</source>
        <translation>Các revents không cho biết gì về sự sẵn sàng.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Urgent data has come on descriptor %1 (%3): recv() takes it with MSG_OOB.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Có dữ liệu khẩn đến trên descriptor %1 (%3): recv() lấy nó bằng MSG_OOB.</translation>
    </message>
    <message numerus="yes">
        <source>%1 gives the kernel %n bytes for %2 (descriptor %3) with MSG_OOB: the last of them is urgent data.</source>
        <translation>
            <numerusform>%1 đưa cho hạt nhân %n byte để gửi tới %2 (descriptor %3) kèm MSG_OOB: byte cuối là dữ liệu khẩn.</numerusform>
        </translation>
    </message>
    <message>
        <source>The kernel has taken one byte for %1, the urgent one. It goes beside the stream: a plain recv() does not give it out.</source>
        <translation>Hạt nhân đã nhận một byte gửi tới %1, chính là byte khẩn. Nó đi ngoài dòng byte: recv() không có MSG_OOB thì không trả về byte này.</translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken all for %1: %n bytes of the stream, then the urgent one, which goes beside the stream.</source>
        <translation>
            <numerusform>Hạt nhân đã nhận tất cả để gửi tới %1: %n byte trong dòng byte, rồi đến byte khẩn, đi ngoài dòng byte.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks for the urgent byte on descriptor %2 (MSG_OOB). Such a call never waits.</source>
        <translation>%1 xin byte khẩn trên descriptor %2 (MSG_OOB). Lời gọi như vậy không bao giờ chờ.</translation>
    </message>
    <message>
        <source>recv() took the urgent byte, out of turn: the bytes of the stream wait as before.</source>
        <translation>recv() đã lấy byte khẩn, không theo thứ tự: các byte trong dòng byte vẫn chờ như trước.</translation>
    </message>
    <message>
        <source>recv() returned 0: there is no urgent data, and nothing more will come.</source>
        <translation>recv() trả về 0: không có dữ liệu khẩn, và sẽ không còn gì đến nữa.</translation>
    </message>
    <message>
        <source>No urgent data waits: none has come, it has been taken already, or a read of the stream has gone past it.</source>
        <translation>Không có dữ liệu khẩn nào đang chờ: chưa có gì đến, hoặc nó đã được lấy, hoặc một lần đọc dòng byte đã đi qua nó.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2 with MSG_DONTWAIT: if no datagram has arrived, this call returns -1 with EWOULDBLOCK at once.</source>
        <translation>%1 gọi %3() trên descriptor %2 với MSG_DONTWAIT: nếu chưa có datagram nào đến, lời gọi này trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message>
        <source>%1() returned -1 with EWOULDBLOCK at once, as MSG_DONTWAIT asks for: no datagram is on descriptor %2.</source>
        <translation>%1() trả về ngay -1 với EWOULDBLOCK, đúng như MSG_DONTWAIT yêu cầu: không có datagram nào ở descriptor %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1() was called %n times within %2, and each time it returned 0: with a timeout of 0 it does not sleep, and no descriptor was ready. This is polling.</source>
        <translation>
            <numerusform>%1() được gọi %n lần trong %2, lần nào cũng trả về 0: với thời gian chờ bằng 0 nó không ngủ, và chưa descriptor nào sẵn sàng. Đây là polling (hỏi liên tục).</numerusform>
        </translation>
    </message>
    <message>
        <source>All bits of %1 are 0 after each.</source>
        <translation>Mọi bit của %1 đều bằng 0 sau mỗi lần.</translation>
    </message>
    <message numerus="yes">
        <source>This stands for %n equal assignments, each before one of the select() calls that found nothing; the last was made now.</source>
        <translation>
            <numerusform>Dòng này thay cho %n lần gán như nhau, mỗi lần ngay trước một lời gọi select() không thấy gì; lần cuối là lúc này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Linux has overwritten the timeval as well: of %1, %2 is left in it. It must be set anew before the next select().</source>
        <translation>Linux cũng ghi đè lên timeval: trong %1 còn lại %2. Phải đặt lại nó trước lần gọi select() tiếp theo.</translation>
    </message>
    <message numerus="yes">
        <source>Seen from outside, as ss(8) tells it: %n connections wait in the queue of port %1.</source>
        <translation>
            <numerusform>Quan sát từ bên ngoài, như lệnh ss(8) cho thấy: có %n kết nối chờ trong hàng đợi của cổng %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen from outside, as ss(8) tells it: for the connection from port %2 to port %1, the kernel keeps %3 to be read and %4 to be sent.</source>
        <translation>Quan sát từ bên ngoài, như lệnh ss(8) cho thấy: với kết nối từ cổng %2 tới cổng %1, hạt nhân giữ %3 chờ được đọc và %4 chờ được gửi.</translation>
    </message>
    <message>
        <source>Beside the program, not in it: how long the library waited for the data (phase 1), if at all, is not known. Waiting, copying it and telling of it (phase 2) took at most %1 together.</source>
        <translation>Việc này diễn ra bên cạnh chương trình, không phải trong chương trình: không biết thư viện đã chờ dữ liệu bao lâu (giai đoạn 1), có thể không hề chờ. Chờ, copy và báo (giai đoạn 2) mất tổng cộng nhiều nhất %1.</translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known: the datagram may have been there when %1() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %2 together.</source>
        <translation>
            <numerusform>Không biết luồng có ngủ hay không: có thể datagram đã có sẵn khi %1() bắt đầu. Chờ datagram (giai đoạn 1), nếu có chờ, và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2) mất tổng cộng %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks that option %3 of descriptor %2 be %4.</source>
        <translation>%1 yêu cầu đặt tuỳ chọn %3 của descriptor %2 bằng %4.</translation>
    </message>
    <message>
        <source>Option %2 of descriptor %1 is set: %3 was asked for.</source>
        <translation>Tuỳ chọn %2 của descriptor %1 đã được đặt: giá trị được yêu cầu là %3.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0, since select() was not asked about descriptor %1 there.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0, vì trong tập này select() không được hỏi về descriptor %1.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0, so there is no room in the send buffer of descriptor %1 yet.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0, vậy vùng đệm gửi của descriptor %1 chưa có chỗ.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0, so no urgent data has come on descriptor %1.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0, vậy chưa có dữ liệu khẩn nào đến trên descriptor %1.</translation>
    </message>
    <message>
        <source>%1 was planned to send what comes next %2 ago: it is late.</source>
        <translation>Theo dự định, %1 phải gửi phần kế tiếp cách đây %2: nó bị trễ.</translation>
    </message>
    <message>
        <source>The descriptors send signals that are queued, but the queue had no room left (RLIMIT_SIGPENDING): this plain SIGIO stands for what was not queued.</source>
        <translation>Các descriptor gửi tín hiệu xếp hàng, nhưng hàng đợi tín hiệu đã hết chỗ (RLIMIT_SIGPENDING): SIGIO này đại diện cho những gì không xếp hàng được.</translation>
    </message>
    <message>
        <source>A timer of the program has run out (si_code is SI_TIMER): it has nothing to do with any descriptor.</source>
        <translation>Một bộ định thời của chương trình đã đến hạn (si_code là SI_TIMER): nó không liên quan đến descriptor nào.</translation>
    </message>
    <message>
        <source>The kernel has sent it by itself (si_code is SI_KERNEL), as it does for a key typed at the terminal or for an alarm: it has nothing to do with any descriptor.</source>
        <translation>Hạt nhân tự gửi nó (si_code là SI_KERNEL), như khi có phím gõ ở terminal hay khi alarm() đến hạn: nó không liên quan đến descriptor nào.</translation>
    </message>
    <message>
        <source>%1 is connecting, its connect() has not returned</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đang kết nối, connect() của nó chưa trả về</translation>
    </message>
    <message>
        <source>%1 is sending, its %2() has not returned</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đang gửi, %2() của nó chưa trả về</translation>
    </message>
    <message>
        <source>%1 has sent a datagram of %2</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã gửi một datagram %2</translation>
    </message>
    <message>
        <source>%1 has shut the listening socket down</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đã đóng socket nghe bằng shutdown()</translation>
    </message>
    <message>
        <source>%1 is closing its connection</source>
        <comment>a signal&apos;s cause</comment>
        <translation>%1 đang đóng kết nối của mình</translation>
    </message>
    <message>
        <source>The other end&apos;s kernel tells of the room by itself, in no call that is recorded.</source>
        <translation>Hạt nhân ở đầu bên kia tự báo là có chỗ, không do lời gọi nào trong bản ghi.</translation>
    </message>
    <message>
        <source>Whose call it was is not recorded: another program is at the other end.</source>
        <translation>Không có bản ghi lời gọi gây ra nó: ở đầu bên kia là một chương trình khác.</translation>
    </message>
    <message>
        <source>Whose call it was, the recording does not show.</source>
        <translation>Bản ghi không cho biết lời gọi của ai đã gây ra nó.</translation>
    </message>
    <message>
        <source>The program has taken it already: the handler will find nothing new of it.</source>
        <translation>Chương trình đã lấy rồi: hàm xử lý sẽ không tìm thấy gì mới ứng với tín hiệu này.</translation>
    </message>
    <message numerus="yes">
        <source>It is for one or more of %n arrivals, and the recording does not show for which.</source>
        <translation>
            <numerusform>Nó ứng với một hay vài trong %n việc mà đầu bên kia đã làm; bản ghi không cho biết là việc nào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The recording shows %n arrivals that no queued signal is for, and this one signal for all.</source>
        <translation>
            <numerusform>Bản ghi cho thấy đầu bên kia đã làm %n việc không có tín hiệu xếp hàng nào ứng với, và một tín hiệu này cho tất cả.</numerusform>
        </translation>
    </message>
    <message>
        <source>It had been blocked for %1 and is let in only now.</source>
        <translation>Nó đã bị chặn trong %1 và đến giờ mới được bỏ chặn.</translation>
    </message>
    <message>
        <source>The end of the data sends two signals.</source>
        <translation>Sự kiện hết dữ liệu (EOF) gửi hai tín hiệu.</translation>
    </message>
    <message>
        <source>The kernel interrupts %1 in %2() and calls its handler: %3 is delivered.</source>
        <translation>Hạt nhân ngắt %1 khi đang ở trong %2() và gọi hàm xử lý của nó: %3 được chuyển đến.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. %2() is never continued after a handler: it returns now, with EINTR if it has found nothing.</source>
        <translation>Hàm xử lý của %1 trả về. %2() không bao giờ được tiếp tục sau một hàm xử lý tín hiệu: nó trả về ngay, với EINTR nếu chưa tìm thấy gì.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. Whether %2() is continued now or returns with EINTR is up to SA_RESTART, with which the handler was installed or not.</source>
        <translation>Hàm xử lý của %1 trả về. %2() được tiếp tục hay trả về với EINTR là tuỳ hàm xử lý có được cài với SA_RESTART hay không.</translation>
    </message>
    <message>
        <source>It was %1, which a thread had sent by pthread_kill(). Its handler has run, and the kernel does not continue the call.</source>
        <translation>Đó là %1, do một luồng gửi bằng pthread_kill(). Hàm xử lý của nó đã chạy, và hạt nhân không tiếp tục lời gọi.</translation>
    </message>
    <message>
        <source>It was %1. Its handler has run, and the kernel does not continue the call.</source>
        <translation>Đó là %1. Hàm xử lý của nó đã chạy, và hạt nhân không tiếp tục lời gọi.</translation>
    </message>
    <message numerus="yes">
        <source>For what they tell of, the recording has %n calls of others (inferred).</source>
        <translation>
            <numerusform>Ứng với điều các tín hiệu ấy báo, bản ghi cho thấy bên khác đã thực hiện %n lời gọi (suy ra).</numerusform>
        </translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_IN: a datagram has come.</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_IN: một datagram đã đến.</translation>
    </message>
    <message>
        <source>The signal names descriptor %1 and says POLL_ERR: an error waits there, and no call was in progress for it (asynchronous).</source>
        <translation>Tín hiệu nêu descriptor %1 và báo POLL_ERR: ở đó có một lỗi đang chờ, mà không có lời gọi nào đang chạy ứng với nó (lỗi bất đồng bộ).</translation>
    </message>
    <message>
        <source>shutdown() sends nothing: the connection of descriptor %1 had been reset already.</source>
        <translation>shutdown() không gửi gì: kết nối của descriptor %1 đã bị reset (RST) từ trước.</translation>
    </message>
    <message>
        <source>All that had come has been read; what the other end&apos;s kernel had not sent on is lost. The descriptor is still open: it must be closed.</source>
        <translation>Những gì đã đến đều đã được đọc; những gì hạt nhân của đầu bên kia chưa kịp gửi đi thì mất. Descriptor vẫn còn mở: phải đóng nó.</translation>
    </message>
    <message>
        <source>There a FIN had come before, so recv() goes on returning 0, and send() fails with EPIPE.</source>
        <translation>Ở đó FIN đã đến từ trước, nên recv() vẫn trả về 0, còn send() lỗi EPIPE.</translation>
    </message>
    <message>
        <source>There recv() still gives what has come; after that it fails with ECONNRESET, once.</source>
        <translation>Ở đó recv() vẫn trả về những gì đã đến; sau đó nó thất bại với ECONNRESET một lần.</translation>
    </message>
    <message>
        <source>Because of SO_LINGER with a time of 0 the kernel sends a reset (RST).</source>
        <translation>Vì SO_LINGER với thời gian bằng 0, hạt nhân gửi RST.</translation>
    </message>
    <message>
        <source>The kernel sends a FIN, too: the connection with %1 has ended in both directions.</source>
        <translation>Hạt nhân cũng gửi FIN: kết nối với %1 đã kết thúc ở cả hai chiều.</translation>
    </message>
    <message>
        <source>%1, whose FIN came first, has TIME_WAIT: for a while the kernel still keeps that end.</source>
        <comment>an end of a connection</comment>
        <translation>%1 gửi FIN trước nên ở trạng thái TIME_WAIT: hạt nhân còn giữ đầu ấy một thời gian.</translation>
    </message>
    <message>
        <source>Its sending direction had been closed before. If something has come that nobody read, the kernel sends a reset (RST) now: the recording does not tell.</source>
        <translation>Chiều gửi của nó đã được đóng từ trước. Nếu có gì đã đến mà không ai đọc thì bây giờ hạt nhân gửi RST: bản ghi không cho biết.</translation>
    </message>
    <message>
        <source>The kernel sends a FIN or, if something has come that nobody read, a reset (RST): the recording does not tell which.</source>
        <translation>Hạt nhân gửi FIN hoặc, nếu có gì đã đến mà không ai đọc, gửi RST: bản ghi không cho biết là FIN hay RST.</translation>
    </message>
    <message>
        <source>The connection had been reset already, so nothing is sent.</source>
        <translation>Kết nối đã bị reset (RST) từ trước, nên không có gì được gửi nữa.</translation>
    </message>
    <message>
        <source>Both directions had been closed before, so nothing is sent.</source>
        <translation>Cả hai chiều đã được đóng từ trước, nên không gì được gửi nữa.</translation>
    </message>
    <message>
        <source>Its sending direction had been closed before, so nothing is sent.</source>
        <translation>Chiều gửi của nó đã được đóng từ trước, nên không gì được gửi nữa.</translation>
    </message>
    <message>
        <source>Descriptor %1 had been closed meanwhile, but a call that was under way kept its socket. Now nothing keeps it any longer.</source>
        <translation>Trong lúc đó descriptor %1 đã bị đóng, nhưng một lời gọi đang dở giữ socket của nó. Bây giờ không còn gì giữ nó nữa.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections wait in the queue, and nobody will accept them: the kernel resets them (RST).</source>
        <translation>
            <numerusform>Có %n kết nối chờ trong hàng đợi mà không ai chấp nhận nữa: hạt nhân reset chúng (RST).</numerusform>
        </translation>
    </message>
    <message>
        <source>But %1 had closed its end: the kernel there answers with a reset (RST). The bytes are lost, the connection is gone, and no send() on it can succeed any more.</source>
        <translation>Nhưng %1 đã đóng phía của mình: hạt nhân ở đó trả lời bằng RST. Các byte ấy mất, kết nối không còn, và từ đây không send() nào trên nó thành công nữa.</translation>
    </message>
    <message>
        <source>accept() returned descriptor %1: a new socket, connected with %2. Descriptor %3 was closed meanwhile; this call had kept the listening socket, and now nobody can connect any more.</source>
        <translation>accept() trả về descriptor %1: một socket mới, đã kết nối với %2. Trong lúc đó descriptor %3 đã bị đóng; lời gọi này đã giữ socket nghe, và giờ không ai kết nối được nữa.</translation>
    </message>
    <message>
        <source>But its socket lives on: a call that has not returned keeps it, and what comes still reaches it.</source>
        <translation>Nhưng socket của nó vẫn còn: một lời gọi chưa trả về đang giữ nó, và những gì đến vẫn tới được nó.</translation>
    </message>
    <message>
        <source>Until that call returns, the kernel sends no FIN.</source>
        <translation>Cho đến khi lời gọi ấy trả về, hạt nhân không gửi FIN.</translation>
    </message>
    <message>
        <source>That connection has been reset already; what had come before can be read all the same.</source>
        <translation>Kết nối ấy đã bị reset (RST) rồi; những gì đã đến trước đó vẫn đọc được.</translation>
    </message>
    <message>
        <source>Beside the program, not in it: a thread of the library was seen asleep in the read %1 after it had been asked for, so it waited at least so long (phase 1).</source>
        <translation>Diễn ra bên cạnh chương trình chứ không phải trong chương trình: đã thấy một luồng của thư viện ngủ trong lời gọi đọc, %1 sau khi yêu cầu được đưa ra, nên nó đã chờ ít nhất chừng ấy (giai đoạn 1).</translation>
    </message>
    <message>
        <source>Whether the thread had slept before is not known: when the connection came is not recorded.</source>
        <translation>Không biết trước đó luồng có ngủ hay không: bản ghi không có thời điểm kết nối đến.</translation>
    </message>
    <message>
        <source>Bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.</source>
        <translation>Có những byte đã đến mà không ai đọc, nên hạt nhân gửi reset (RST) thay cho FIN.</translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known. %2() took %1: waiting for data (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Không biết luồng có ngủ hay không. %2() mất %1: chờ dữ liệu đến (giai đoạn 1), nếu có, và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Luồng đã ngủ: %1 sau khi lời gọi bắt đầu vẫn thấy nó đang ngủ. %3() mất %2: chờ dữ liệu đến (giai đoạn 1), rồi thức dậy và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n bytes are still in the receive buffer, and more in the sender&apos;s send buffer or here.</source>
        <translation>
            <numerusform>Trong vùng đệm nhận còn ít nhất %n byte; phần còn lại ở vùng đệm gửi của bên gửi, hoặc cũng đã ở đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sender&apos;s send() had returned before: TCP had kept the bytes back, or may have, while earlier ones were not acknowledged (Nagle&apos;s algorithm; tcp(7), TCP_NODELAY). When they arrived is not recorded.</source>
        <translation>send() của bên gửi đã trả về trước đó: TCP đã giữ các byte này lại, hoặc có thể đã giữ, khi những byte gửi trước chưa được xác nhận (thuật toán Nagle; tcp(7), TCP_NODELAY). Bản ghi không có thời điểm chúng đến.</translation>
    </message>
    <message>
        <source>Which send() brought it is not known: datagrams may have been lost on the way. So it is not known when it arrived.</source>
        <translation>Không biết lời gọi send() nào đã gửi datagram này: có thể đã có datagram bị mất trên đường. Vì vậy không biết nó đến lúc nào.</translation>
    </message>
    <message>
        <source>It was in the last %1 of the wait.</source>
        <translation>Thời điểm ấy nằm trong %1 cuối cùng của lúc chờ.</translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known. %1() took %2: waiting for a datagram (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Không biết luồng có ngủ hay không. %1() mất %2: chờ datagram đến (giai đoạn 1), nếu có, và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept: it was seen asleep %3 after the call began. %1() took %2: waiting for a datagram (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Luồng đã ngủ: %3 sau khi lời gọi bắt đầu vẫn thấy nó đang ngủ. %1() mất %2: chờ datagram đến (giai đoạn 1), rồi thức dậy và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Phase 1, the wait for this data, blocked nobody: the main flow computed on. When it was over is not recorded.</source>
        <translation>Giai đoạn 1, lúc chờ dữ liệu này, không chặn ai: chương trình chính vẫn tính toán tiếp. Bản ghi không có thời điểm nó kết thúc.</translation>
    </message>
    <message>
        <source>%1() returned -1 with EWOULDBLOCK at once: all that had come on descriptor %2 has been taken. The handler does not wait for more: an arrival from now on sends a signal.</source>
        <translation>%1() trả về ngay -1 với EWOULDBLOCK: mọi thứ đã đến trên descriptor %2 đều đã được lấy. Hàm xử lý không chờ thêm: từ nay có gì mới đến, một tín hiệu sẽ được gửi.</translation>
    </message>
    <message>
        <source>%1() returned -1 with EWOULDBLOCK at once: there is nothing for it on descriptor %2 yet. The call did not wait for it.</source>
        <translation>%1() trả về ngay -1 với EWOULDBLOCK: descriptor %2 chưa có gì. Lời gọi không chờ.</translation>
    </message>
    <message>
        <source>A signal is to say when it is complete.</source>
        <translation>Khi nào hoàn tất thì báo bằng một tín hiệu.</translation>
    </message>
    <message>
        <source>The C library is to start a thread that says when it is complete.</source>
        <translation>Khi nào hoàn tất thì thư viện C tạo một luồng để báo.</translation>
    </message>
    <message>
        <source>Nobody says when it is complete: the program has to ask.</source>
        <translation>Khi hoàn tất không ai báo: chương trình phải tự hỏi.</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks for up to %n bytes from descriptor %2 with aio_read(), which does not wait for them: descriptor, buffer, size and offset say what is to be done.</source>
        <translation>
            <numerusform>%1 gọi aio_read() để yêu cầu đọc tối đa %n byte từ descriptor %2 mà không chờ: descriptor, vùng đệm, kích thước và vị trí nói rõ việc cần làm.</numerusform>
        </translation>
    </message>
    <message>
        <source>%2() has said that descriptor %1 is ready: a connection waits in its queue, so accept() will not sleep.</source>
        <translation>%2() đã báo descriptor %1 sẵn sàng: có một kết nối trong hàng đợi của nó, nên accept() sẽ không ngủ.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections wait in the queue of descriptor %1, so accept() will not sleep.</source>
        <translation>
            <numerusform>Có %n kết nối trong hàng đợi của descriptor %1, nên accept() sẽ không ngủ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue of descriptor %1 is empty, so the thread sleeps in accept(): it waits for a client to connect.</source>
        <translation>Hàng đợi của descriptor %1 rỗng, nên luồng ngủ trong accept(): nó chờ client kết nối.</translation>
    </message>
    <message>
        <source>%1 asks for the next connection of descriptor %2. If its queue is empty, the thread sleeps and waits for a client to connect.</source>
        <translation>%1 xin kết nối kế tiếp của descriptor %2. Nếu hàng đợi rỗng, luồng ngủ để chờ client kết nối.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for a connection to port %2 and waits until it is complete or has failed.</source>
        <translation>%1 yêu cầu hạt nhân kết nối tới cổng %2 và chờ đến khi kết nối xong hoặc thất bại.</translation>
    </message>
    <message>
        <source>%1 is connected to port %2. The kernel did this by itself, without accept(): a connection that the server has not accepted waits in the queue of the listening socket.</source>
        <translation>%1 đã kết nối tới cổng %2. Việc này hạt nhân tự làm, không cần accept(): kết nối nào server chưa chấp nhận thì chờ trong hàng đợi của socket nghe.</translation>
    </message>
    <message>
        <source>The run is being stopped: shutdown() on descriptor %1 returned -1 with ENOTCONN, since there is no connection to shut down. Linux wakes a thread that sleeps in a call on it all the same.</source>
        <translation>Lần chạy đang kết thúc: shutdown() trên descriptor %1 trả về -1 với ENOTCONN vì không có kết nối nào để đóng. Dù vậy Linux vẫn đánh thức luồng đang ngủ trong một lời gọi trên nó.</translation>
    </message>
    <message>
        <source>The run is being stopped.</source>
        <translation>Lần chạy đang kết thúc.</translation>
    </message>
    <message numerus="yes">
        <source>Meanwhile %n connections wait in the queue of descriptor %1: nobody serves them while this client is being served.</source>
        <translation>
            <numerusform>Trong lúc đó có %n kết nối chờ trong hàng đợi của descriptor %1: chừng nào còn phục vụ client này thì chưa ai phục vụ chúng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gives the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, the thread sleeps and waits for room.</source>
        <translation>
            <numerusform>%1 đưa cho hạt nhân %n byte để gửi tới %2 (descriptor %3). Nếu vùng đệm gửi đầy, luồng ngủ để chờ có chỗ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%2() has said that descriptor %1 is ready, so %3() will not sleep: a datagram or an error is in the kernel already.</source>
        <translation>%2() đã báo descriptor %1 sẵn sàng nên %3() sẽ không ngủ: một datagram hoặc một lỗi đã có trong hạt nhân.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2. If no datagram has arrived, the thread sleeps and waits for one (phase 1); one that has come the kernel copies (phase 2).</source>
        <translation>%1 gọi %3() trên descriptor %2. Nếu chưa có datagram nào đến, luồng ngủ để chờ (giai đoạn 1); datagram đã đến thì hạt nhân copy (giai đoạn 2).</translation>
    </message>
    <message>
        <source>Its sender has port %1: that is where a reply has to go.</source>
        <translation>Bên gửi có cổng %1: trả lời phải được gửi tới đó.</translation>
    </message>
    <message>
        <source>With EPOLLET (edge) epoll_wait() tells of it when something new has come: what was left unread before is not told again by itself.</source>
        <translation>Với EPOLLET (theo sườn, edge), epoll_wait() báo về nó khi có gì mới đến: riêng phần trước đó còn chưa đọc thì không được báo lại.</translation>
    </message>
    <message>
        <source>Without EPOLLET (level) epoll_wait() tells of it each time, as long as it is ready.</source>
        <translation>Không có EPOLLET (theo mức, level), epoll_wait() báo về nó mỗi lần được gọi, chừng nào nó còn sẵn sàng.</translation>
    </message>
    <message>
        <source>Its send buffer was full: epoll_wait() is to tell when there is room again.</source>
        <translation>Vùng đệm gửi của nó đã đầy: nhờ epoll_wait() báo khi lại có chỗ.</translation>
    </message>
    <message>
        <source>None is ready, so the thread sleeps here for all of them at once, without a limit of time (timeout %1).</source>
        <translation>Chưa descriptor nào sẵn sàng, nên luồng ngủ ở đây để chờ tất cả cùng lúc, không giới hạn thời gian (thời gian chờ %1).</translation>
    </message>
    <message>
        <source>If none is ready, the thread sleeps, without a limit of time (timeout %1).</source>
        <translation>Nếu chưa descriptor nào sẵn sàng, luồng ngủ, không giới hạn thời gian (thời gian chờ %1).</translation>
    </message>
    <message>
        <source>With level epoll_wait() tells again of what is left unread.</source>
        <translation>Theo mức thì epoll_wait() còn báo lại về phần chưa đọc.</translation>
    </message>
    <message>
        <source>recvfrom() on descriptor %1 will not sleep: a datagram waits there, or an error.</source>
        <translation>recvfrom() trên descriptor %1 sẽ không ngủ: có một datagram hoặc một lỗi đang chờ ở đó.</translation>
    </message>
    <message>
        <source>SO_LINGER is on for descriptor %1: with a time of 0, close() sends a reset (RST) instead of a FIN.</source>
        <translation>SO_LINGER đã bật cho descriptor %1: với thời gian bằng 0, close() gửi RST thay vì FIN.</translation>
    </message>
    <message>
        <source>Descriptor %1 has a port now, chosen by the kernel. getsockname() tells which.</source>
        <translation>Descriptor %1 giờ đã có cổng, do hạt nhân chọn. Muốn biết cổng nào thì hỏi getsockname().</translation>
    </message>
    <message>
        <source>%1 makes descriptor %2 a listening socket. Connections that nobody has accepted yet are to wait in its queue (backlog %3).</source>
        <translation>%1 biến descriptor %2 thành socket nghe. Kết nối nào chưa được chấp nhận thì chờ trong hàng đợi của nó (backlog %3).</translation>
    </message>
    <message>
        <source>Thread %2 is the one to get the signals of descriptor %1. F_SETOWN would name the process, and any of its threads could get them.</source>
        <translation>Luồng nhận tín hiệu của descriptor %1 là luồng %2. Nếu dùng F_SETOWN thì bên nhận là cả tiến trình, và luồng nào của tiến trình cũng có thể nhận.</translation>
    </message>
    <message>
        <source>Descriptor %1 is to send %2 instead of SIGIO. A real-time signal is queued, one for each arrival, and it tells the descriptor (si_fd) and what is new (si_code).</source>
        <translation>Descriptor %1 gửi %2 thay cho SIGIO. Tín hiệu thời gian thực được xếp hàng, mỗi lần có gì đến là một tín hiệu, và cho biết descriptor nào (si_fd), có gì mới (si_code).</translation>
    </message>
    <message>
        <source>The handler of %1 returns: unless another signal is pending, %2 goes on where it was interrupted.</source>
        <translation>Hàm xử lý của %1 trả về: nếu không còn tín hiệu nào đang chờ, %2 tiếp tục từ chỗ bị ngắt.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked whether descriptor %1 (%3) can be written, which is whether there is room in its send buffer.</source>
        <translation>Bit %1 của %2 giờ bằng 1: select() nào được truyền tập này, hay bản sao của nó, là được hỏi descriptor %1 (%3) có ghi được không, tức là vùng đệm gửi của nó có chỗ không.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked whether urgent data has come on descriptor %1 (%3).</source>
        <translation>Bit %1 của %2 giờ bằng 1: select() nào được truyền tập này, hay bản sao của nó, là được hỏi trên descriptor %1 (%3) có dữ liệu khẩn đến không.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked about descriptor %1, too (%3).</source>
        <translation>Bit %1 của %2 giờ bằng 1: select() nào được truyền tập này, hay bản sao của nó, là được hỏi cả về descriptor %1 (%3).</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 has been closed meanwhile: no call on it waits, it fails with EBADF.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Descriptor %1 đã bị đóng trong lúc đó: lời gọi trên nó không chờ mà thất bại với EBADF.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked whether descriptor %1 can be written.</source>
        <translation>Bit %1 của %2 giờ bằng 0: select() nào được truyền tập này, hay bản sao của nó, không được hỏi descriptor %1 có ghi được không.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked about urgent data on descriptor %1.</source>
        <translation>Bit %1 của %2 giờ bằng 0: select() nào được truyền tập này, hay bản sao của nó, không được hỏi về dữ liệu khẩn trên descriptor %1.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked whether descriptor %1 can be read.</source>
        <translation>Bit %1 của %2 giờ bằng 0: select() nào được truyền tập này, hay bản sao của nó, không được hỏi descriptor %1 có đọc được không.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 0 now: a select() that is given this set, or a copy of it, is not asked about descriptor %1.</source>
        <translation>Bit %1 của %2 giờ bằng 0: select() nào được truyền tập này, hay bản sao của nó, không được hỏi về descriptor %1.</translation>
    </message>
    <message>
        <source>%1 was held at the gate for %2, because the run was paused, and has been let go on.</source>
        <translation>%1 đã bị giữ ở chốt trong %2 vì lần chạy tạm dừng, và đã được cho chạy tiếp.</translation>
    </message>
    <message>
        <source>%1 is planned to send what comes next in %2, and waits for that.</source>
        <translation>Theo dự định, %1 sẽ gửi phần kế tiếp sau %2 nữa, và đang chờ đến lúc đó.</translation>
    </message>
    <message>
        <source>io_uring_enter() returned %1: so many operations have been handed in to the kernel.</source>
        <translation>io_uring_enter() trả về %1: từng ấy thao tác đã được giao cho hạt nhân.</translation>
    </message>
    <message>
        <source>That is no system call: the kernel sees it only when io_uring_enter() hands it in.</source>
        <translation>Đây không phải lời gọi hệ thống: chỉ khi io_uring_enter() giao nó thì hạt nhân mới thấy.</translation>
    </message>
    <message numerus="yes">
        <source>A receive on descriptor %1 (%2) of at most %n bytes stands in the submission ring: the kernel is to wait for the data (phase 1) and to copy it (phase 2).</source>
        <translation>
            <numerusform>Một thao tác nhận trên descriptor %1 (%2), nhiều nhất %n byte, đã nằm trong vòng submission: việc chờ dữ liệu (giai đoạn 1) và copy dữ liệu (giai đoạn 2) là của hạt nhân.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking again is left to the program.</source>
        <translation>Hỏi lại hay không là việc của chương trình.</translation>
    </message>
    <message numerus="yes">
        <source>But the accept queue of descriptor %1 is full: %n connections wait in it, with a backlog of %2, and Linux lets one more wait than that. A SYN that finds it so is dropped without a word, and the client&apos;s kernel sends it again after about a second (inferred; listen(2), tcp(7)).</source>
        <translation>
            <numerusform>Nhưng hàng đợi accept của descriptor %1 đang đầy: có %n kết nối chờ trong đó, backlog là %2, và Linux cho chờ thêm một kết nối nữa. SYN đến lúc này bị bỏ mà không báo gì, và hạt nhân của client gửi lại sau khoảng một giây (suy ra; listen(2), tcp(7)).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %3, because the accept queue of descriptor %1 was full when it asked: %n connections waited in it, with a backlog of %2, and Linux lets one more wait than that. The kernel drops the SYN of a further one without a word, and the client&apos;s kernel sends it again after about a second, until there is room (inferred from the queue; listen(2), tcp(7)).</source>
        <translation>
            <numerusform>Việc này mất %3, vì lúc nó xin kết nối thì hàng đợi accept của descriptor %1 đang đầy: có %n kết nối chờ trong đó, backlog là %2, và Linux cho chờ thêm một kết nối nữa. Hạt nhân bỏ SYN đến thêm mà không báo gì, và hạt nhân của client gửi lại sau khoảng một giây, cho đến khi có chỗ (suy ra từ hàng đợi; listen(2), tcp(7)).</numerusform>
        </translation>
    </message>
    <message>
        <source>With that it has left the interest list of epoll descriptor %1, without an epoll_ctl(): epoll forgets what no descriptor means any more (epoll(7)).</source>
        <translation>Nhờ đó nó cũng rời danh sách theo dõi của descriptor epoll %1 mà không cần epoll_ctl(): epoll tự quên thứ mà không descriptor nào còn trỏ đến (epoll(7)).</translation>
    </message>
    <message>
        <source>%1() returned 0: an empty datagram has arrived. A datagram may have no bytes at all. Over UDP 0 is no end of file.</source>
        <translation>%1() trả về 0: một datagram rỗng đã đến. Một datagram có thể không chứa byte nào. Với UDP, số 0 không có nghĩa là hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>Before that, the thread had slept for at least %1 (phase 1). There was nothing to copy in phase 2.</source>
        <translation>Trước đó luồng đã ngủ ít nhất %1 (giai đoạn 1). Giai đoạn 2 không có gì để copy.</translation>
    </message>
    <message>
        <source>Nobody had the port that the datagram of step %1 was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)).</source>
        <translation>Không ai giữ cổng mà datagram của bước %1 gửi đến: một thông báo ICMP “port unreachable” quay về, và lời gọi kế tiếp trên socket đã kết nối báo điều đó (udp(7)).</translation>
    </message>
    <message>
        <source>Nobody had the port that an earlier datagram was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)).</source>
        <translation>Không ai giữ cổng mà một datagram trước đó gửi đến: một thông báo ICMP “port unreachable” quay về, và lời gọi kế tiếp trên socket đã kết nối báo điều đó (udp(7)).</translation>
    </message>
    <message numerus="yes">
        <source>Nobody had the port that one of the %n datagrams since step %1 was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)). Which one it does not say.</source>
        <translation>
            <numerusform>Trong %n datagram gửi từ bước %1, có một datagram mà không ai giữ cổng nó gửi đến: một thông báo ICMP “port unreachable” quay về, và lời gọi kế tiếp trên socket đã kết nối báo điều đó (udp(7)). Nó không nói là datagram nào.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hands the kernel an empty datagram (descriptor %2): it has a sender and a receiver, and no bytes. There is no connection: nobody tells whether it arrives.</source>
        <translation>%1 giao cho hạt nhân một datagram rỗng (descriptor %2): nó có bên gửi và bên nhận nhưng không chứa byte nào. Không có kết nối: không ai báo nó có đến nơi hay không.</translation>
    </message>
    <message>
        <source>This one was not sent.</source>
        <comment>a datagram</comment>
        <translation>Datagram lần này không được gửi.</translation>
    </message>
    <message>
        <source>The kernel has taken the empty datagram; %1() took %2. A datagram of 0 bytes is one all the same: to receive it takes a call of its own, which returns 0.</source>
        <translation>Hạt nhân đã nhận datagram rỗng; %1() mất %2. Datagram 0 byte vẫn là một datagram: để nhận nó phải có một lời gọi riêng, trả về 0.</translation>
    </message>
    <message>
        <source>Linux keeps twice the size asked for, since it counts its own bookkeeping in, and there is a least and a greatest size (socket(7)). Which one is in force now the recording does not tell.</source>
        <translation>Linux giữ gấp đôi cỡ được xin, vì tính cả phần quản lý của nó, và có cỡ nhỏ nhất lẫn cỡ lớn nhất (socket(7)). Cỡ nào đang có hiệu lực thì bản ghi không cho biết.</translation>
    </message>
    <message>
        <source>The file status flags of descriptor %1 are %2. The program asks first, since F_SETFL switches off each flag it can change and is not given, such as O_NONBLOCK or O_ASYNC. The access mode, O_RDWR, stays as it is (fcntl(2)).</source>
        <translation>Các cờ trạng thái của descriptor %1 là %2. Chương trình hỏi trước, vì F_SETFL tắt mọi cờ đổi được mà lời gọi không nêu, như O_NONBLOCK hay O_ASYNC. Chế độ truy cập, O_RDWR, vẫn giữ nguyên (fcntl(2)).</translation>
    </message>
    <message>
        <source>One call takes one datagram. This one had %1, and the buffer has room for %2: the rest, %3, is lost.</source>
        <comment>a datagram; three times bytes</comment>
        <translation>Mỗi lời gọi lấy một datagram. Datagram này có %1, còn vùng đệm chỉ chứa được %2: phần còn lại, %3, bị mất.</translation>
    </message>
    <message>
        <source>One call takes one datagram. It has filled the buffer: whether it was longer, and the rest is lost, the call does not tell (MSG_TRUNC would).</source>
        <translation>Mỗi lời gọi lấy một datagram. Nó đã làm đầy vùng đệm: nó có dài hơn và phần còn lại bị mất hay không thì lời gọi không cho biết (phải dùng MSG_TRUNC).</translation>
    </message>
    <message>
        <source>SO_REUSEADDR is set on descriptor %1: old connections on the port that are still in TIME_WAIT are no reason for bind() to fail, if their socket had it set, too.</source>
        <translation>SO_REUSEADDR đã được đặt cho descriptor %1: các kết nối cũ trên cổng còn ở TIME_WAIT không làm bind() thất bại, nếu socket của chúng cũng đã đặt tuỳ chọn này.</translation>
    </message>
    <message>
        <source>Choose another port, or 0: then the kernel chooses a free one.</source>
        <translation>Hãy chọn cổng khác, hoặc 0 để hạt nhân chọn một cổng trống.</translation>
    </message>
    <message>
        <source>Another UDP socket has port %1. (UDP knows no TIME_WAIT.)</source>
        <translation>Một socket UDP khác đang giữ cổng %1. (UDP không có TIME_WAIT.)</translation>
    </message>
    <message>
        <source>Another socket listens on port %1, or has or had it without SO_REUSEADDR. That is set here, but overlooks old connections in TIME_WAIT only if their socket had it set, too.</source>
        <translation>Một socket khác đang nghe ở cổng %1, hoặc đang giữ hay từng giữ cổng này mà không có SO_REUSEADDR. Ở đây tuỳ chọn ấy đã được đặt, nhưng nó chỉ bỏ qua các kết nối cũ ở TIME_WAIT nếu socket của chúng cũng đã đặt.</translation>
    </message>
    <message>
        <source>Another socket has port %1, or an old connection on it is still in TIME_WAIT: that would not be in the way if SO_REUSEADDR had been set on both sockets before bind().</source>
        <translation>Một socket khác đang giữ cổng %1, hoặc một kết nối cũ trên cổng này còn ở TIME_WAIT: kết nối ấy sẽ không cản trở nếu SO_REUSEADDR đã được đặt cho cả hai socket trước bind().</translation>
    </message>
    <message numerus="yes">
        <source>Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule because the receive buffer is full. Who sent them is not told; nobody sends them again.</source>
        <translation>
            <numerusform>Quan sát từ bên ngoài, như ss(8) cho biết: đến giờ hạt nhân đã loại bỏ %n datagram gửi đến cổng %1, thường vì vùng đệm nhận đầy. Không biết ai đã gửi chúng; không ai gửi lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is one urgent byte at most: the one before is lost if the read that is under way has come to it, and a byte of the stream like the others if not.</source>
        <translation>Chỉ có nhiều nhất một byte khẩn: byte khẩn trước bị mất nếu lần đọc đang diễn ra đã đi đến chỗ của nó, còn không thì nó là một byte của dòng byte như các byte khác.</translation>
    </message>
    <message>
        <source>There is one urgent byte at most: the one before, which nobody had taken, is a byte of the stream like the others now (inferred).</source>
        <translation>Chỉ có nhiều nhất một byte khẩn: byte khẩn trước, chưa ai lấy, giờ là một byte của dòng byte như các byte khác (suy ra).</translation>
    </message>
    <message>
        <source>There is one urgent byte at most: the one before is a byte of the stream now, although recv() had taken it with MSG_OOB: it comes a second time (inferred).</source>
        <translation>Chỉ có nhiều nhất một byte khẩn: byte khẩn trước giờ là một byte của dòng byte, dù recv() đã lấy nó bằng MSG_OOB: nó đến lần thứ hai (suy ra).</translation>
    </message>
    <message>
        <source>There is one urgent byte at most: the one before, which reads of the stream had come to and nobody had taken, is lost (inferred).</source>
        <translation>Chỉ có nhiều nhất một byte khẩn: byte khẩn trước, mà việc đọc dòng byte đã đi đến chỗ của nó nhưng chưa ai lấy, bị mất (suy ra).</translation>
    </message>
    <message>
        <source>A thread of this program</source>
        <comment>who sent a signal</comment>
        <translation>Một luồng của chương trình này</translation>
    </message>
    <message>
        <source>A thread of process %1</source>
        <comment>who sent a signal</comment>
        <translation>Một luồng của tiến trình %1</translation>
    </message>
    <message>
        <source>A thread</source>
        <comment>who sent a signal</comment>
        <translation>Một luồng</translation>
    </message>
    <message>
        <source>This program itself</source>
        <comment>who sent a signal</comment>
        <translation>Chính chương trình này</translation>
    </message>
    <message>
        <source>Process %1</source>
        <comment>who sent a signal</comment>
        <translation>Tiến trình %1</translation>
    </message>
    <message>
        <source>A process</source>
        <comment>who sent a signal</comment>
        <translation>Một tiến trình</translation>
    </message>
    <message>
        <source>%1 has sent it to this thread alone, by pthread_kill() (si_code is SI_TKILL): it has nothing to do with any descriptor. Which thread, the recording does not show.</source>
        <translation>%1 đã gửi nó cho riêng luồng này bằng pthread_kill() (si_code là SI_TKILL): nó không liên quan đến descriptor nào. Bản ghi không cho biết đó là luồng nào.</translation>
    </message>
    <message>
        <source>%1 has sent it by kill() (si_code is SI_USER): it has nothing to do with any descriptor.</source>
        <translation>%1 đã gửi nó bằng kill() (si_code là SI_USER): nó không liên quan đến descriptor nào.</translation>
    </message>
    <message>
        <source>%1 has sent it with a value, by sigqueue() (si_code is SI_QUEUE): it has nothing to do with any descriptor.</source>
        <translation>%1 đã gửi nó kèm một giá trị bằng sigqueue() (si_code là SI_QUEUE): nó không liên quan đến descriptor nào.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. %2() is never continued after a handler: it returns now.</source>
        <translation>Hàm xử lý của %1 trả về. %2() không bao giờ được tiếp tục sau một hàm xử lý tín hiệu: nó trả về ngay.</translation>
    </message>
    <message>
        <source>The handler of %1 returns, and %2() is continued, since the handler was installed with SA_RESTART.</source>
        <translation>Hàm xử lý của %1 trả về, và %2() được tiếp tục, vì hàm xử lý đã được cài với SA_RESTART.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. %2() is not continued, since the handler was installed without SA_RESTART: it returns now, with EINTR if it has found nothing.</source>
        <translation>Hàm xử lý của %1 trả về. %2() không được tiếp tục, vì hàm xử lý được cài không có SA_RESTART: nó trả về ngay, với EINTR nếu chưa tìm thấy gì.</translation>
    </message>
    <message>
        <source>It was %1, which a thread of this program had sent by pthread_kill(). Its handler has run, and the kernel does not continue the call.</source>
        <translation>Đó là %1, do một luồng của chương trình này gửi bằng pthread_kill(). Hàm xử lý của nó đã chạy, và hạt nhân không tiếp tục lời gọi.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. But that was said of another socket, which has been closed meanwhile: whether descriptor %1 as it is now (%3) can be read select() has not told.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Nhưng trả lời đó nói về một socket khác, trong lúc ấy đã bị đóng: select() chưa cho biết từ descriptor %1 như bây giờ (%3) có đọc được hay không.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. The connection of descriptor %1 (%3) was reset, so no call on it waits: recv() gives what had come before, if it was not read, and then tells of the reset.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Kết nối của descriptor %1 (%3) đã bị reset (RST), nên không lời gọi nào trên nó phải chờ: recv() trả về những gì đã đến mà chưa đọc, nếu có, rồi mới báo kết nối bị reset.</translation>
    </message>
    <message>
        <source>At least one of the descriptors asked about is none, and select() does not say which: fcntl(F_GETFD) about each of them would.</source>
        <translation>Ít nhất một descriptor được hỏi không còn là descriptor, và select() không cho biết descriptor nào: phải dùng fcntl(F_GETFD) hỏi từng descriptor mới biết.</translation>
    </message>
    <message>
        <source>While the send buffer is full, because %1 reads too slowly or not at all, the thread sleeps in send() for this one client.</source>
        <translation>Khi vùng đệm gửi còn đầy vì %1 đọc quá chậm hoặc không đọc, luồng ngủ trong send() chỉ vì một client này.</translation>
    </message>
    <message numerus="yes">
        <source>As long as it does, %n other clients are not served, whatever they send, and no new one is accepted.</source>
        <translation>
            <numerusform>Chừng nào luồng còn ngủ ở đó, %n client khác không được phục vụ dù có gửi gì, và không client mới nào được chấp nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>An urgent byte had come that nobody had taken with MSG_OOB. This read has gone past it: it is lost (tcp(7)).</source>
        <translation>Trước đó một byte khẩn đã đến mà chưa ai lấy bằng MSG_OOB. Lần đọc này đã đi qua nó: byte ấy bị mất (tcp(7)).</translation>
    </message>
    <message>
        <source>The socket is a blocking one: something has ended the wait for room, a signal, an error or a time limit. The next call tells.</source>
        <translation>Socket ở chế độ blocking: việc chờ chỗ trống đã bị cắt ngang bởi tín hiệu, lỗi hoặc hạn thời gian. Lời gọi kế tiếp sẽ cho biết lý do.</translation>
    </message>
    <message numerus="yes">
        <source>%1() did not sleep: the thread had waited at most %4 for a datagram in %2() before (phase 1), perhaps not at all. It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</source>
        <translation>
            <numerusform>%1() không ngủ: trước đó luồng đã chờ datagram trong %2() nhiều nhất %4 (giai đoạn 1), có thể không hề chờ. Lời gọi copy %n byte vào vùng đệm của ứng dụng trong %3 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>But the socket that had port %1 is closed: unless another program has the port now, the kernel there answers with an ICMP message (port unreachable). A socket that is not connected is told nothing of that (udp(7)): the datagram is lost in silence.</source>
        <translation>Nhưng socket từng giữ cổng %1 đã đóng: trừ khi nay một chương trình khác giữ cổng này, hạt nhân ở đó trả lời bằng một thông báo ICMP (port unreachable). Socket không connect() thì không được báo gì về việc đó (udp(7)): datagram mất mà không ai hay.</translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken the datagram of %n bytes; %1() took %2.</source>
        <translation>
            <numerusform>Hạt nhân đã nhận datagram %n byte; %1() mất %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The other end, whose FIN came first, has TIME_WAIT, unless it has been closed by a reset meanwhile, which the recording would not show.</source>
        <translation>Đầu bên kia gửi FIN trước nên ở trạng thái TIME_WAIT, trừ khi trong lúc đó nó đã bị đóng bằng RST, điều mà bản ghi không cho thấy.</translation>
    </message>
    <message>
        <source>But %1 was closing its end meanwhile. Whether the bytes came before that, and nobody read them, or after it: the kernel there sends a reset (RST). The bytes are lost, the connection is gone, and no send() on it can succeed any more.</source>
        <translation>Nhưng cùng lúc đó %1 đang đóng phía của mình. Dù các byte đến trước khi đóng mà không ai đọc hay đến sau khi đóng, hạt nhân ở đó đều gửi RST. Các byte bị mất, kết nối không còn, và từ nay không send() nào trên nó thành công được.</translation>
    </message>
    <message>
        <source>POLLHUP on %1: both directions are shut. poll() tells of it without having been asked.</source>
        <comment>descriptors</comment>
        <translation>POLLHUP trên %1: cả hai chiều đã đóng. poll() báo điều này dù không được hỏi.</translation>
    </message>
    <message>
        <source>%1 has sent it to this thread alone, by tgkill() or tkill() (si_code is SI_TKILL): it has nothing to do with any descriptor.</source>
        <translation>%1 đã gửi nó cho riêng luồng này bằng tgkill() hoặc tkill() (si_code là SI_TKILL): nó không liên quan đến descriptor nào.</translation>
    </message>
    <message>
        <source>It was %1, which process %2 had sent to this thread alone, by tgkill() or tkill(). Its handler has run, and the kernel does not continue the call.</source>
        <translation>Đó là %1, do tiến trình %2 gửi cho riêng luồng này bằng tgkill() hoặc tkill(). Hàm xử lý của nó đã chạy, và hạt nhân không tiếp tục lời gọi.</translation>
    </message>
    <message>
        <source>%1 has slept for %2 only.</source>
        <comment>interrupted</comment>
        <translation>%1 chỉ ngủ được %2.</translation>
    </message>
    <message>
        <source>io_uring_enter() returned %1 after %2: so many operations were handed in. Its wait was ended by a signal, so that none need be complete.</source>
        <translation>io_uring_enter() trả về %1 sau %2: bấy nhiêu thao tác đã được giao cho hạt nhân. Việc chờ bị tín hiệu cắt ngang, nên có thể chưa thao tác nào hoàn tất.</translation>
    </message>
    <message>
        <source>Completion: end of file on descriptor %1: this end was shut down, because the run is being stopped.</source>
        <translation>Completion: hết dữ liệu trên descriptor %1: đầu này đã bị shutdown() vì lần chạy đang kết thúc.</translation>
    </message>
    <message>
        <source>The run is being stopped: the program wakes its clients by such a signal.</source>
        <translation>Lần chạy đang kết thúc: chương trình đánh thức các client bằng tín hiệu như vậy.</translation>
    </message>
    <message>
        <source>The program sends such a signal when the client is to do something else.</source>
        <translation>Chương trình gửi tín hiệu như vậy khi client phải làm việc khác.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for a pipe: a buffer with two descriptors, one to read from, one to write to.</source>
        <translation>%1 yêu cầu hạt nhân tạo một đường ống (pipe): một vùng đệm với hai descriptor, một để đọc, một để ghi.</translation>
    </message>
    <message>
        <source>%1 asks the kernel for two sockets that are connected with each other.</source>
        <translation>%1 yêu cầu hạt nhân tạo hai socket đã kết nối với nhau.</translation>
    </message>
    <message>
        <source>There is a pipe now: what is written to descriptor %2 is read from descriptor %1.</source>
        <translation>Đã có đường ống: dữ liệu ghi vào descriptor %2 được đọc ra ở descriptor %1.</translation>
    </message>
    <message>
        <source>Descriptors %1 and %2 are two sockets connected with each other, without addresses.</source>
        <translation>Descriptor %1 và %2 là hai socket đã kết nối với nhau, không có địa chỉ.</translation>
    </message>
    <message>
        <source>%1 asks for a second descriptor for what descriptor %2 names.</source>
        <translation>%1 xin thêm một descriptor cho đúng cái mà descriptor %2 đang trỏ tới.</translation>
    </message>
    <message>
        <source>Descriptor %1 names the same open file as descriptor %2 now. They share its flags, such as O_NONBLOCK; it is closed when the last of its descriptors is.</source>
        <translation>Descriptor %1 giờ trỏ tới cùng một open file description với descriptor %2. Hai descriptor dùng chung các cờ của nó, như O_NONBLOCK; nó chỉ được đóng khi descriptor cuối cùng trỏ tới nó được đóng.</translation>
    </message>
    <message>
        <source>ioctl() switches %1 off for descriptor %2; other flags stay as they are.</source>
        <translation>ioctl() tắt %1 cho descriptor %2; các cờ khác giữ nguyên.</translation>
    </message>
    <message>
        <source>ioctl() switches %1 on for descriptor %2; other flags stay as they are.</source>
        <translation>ioctl() bật %1 cho descriptor %2; các cờ khác giữ nguyên.</translation>
    </message>
    <message>
        <source>%1 asks the kernel about descriptor %2: %3.</source>
        <translation>%1 hỏi hạt nhân về descriptor %2: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) can be read from descriptor %1 without waiting.</source>
        <translation>
            <numerusform>Có thể đọc %n byte từ descriptor %1 mà không phải chờ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Descriptor %1 is not at the mark of an urgent byte.</source>
        <translation>Descriptor %1 không ở chỗ đánh dấu của một byte khẩn.</translation>
    </message>
    <message>
        <source>Descriptor %1 is at the mark: the next byte of the stream is the one after the urgent byte.</source>
        <translation>Descriptor %1 đang ở chỗ đánh dấu: byte tiếp theo của dòng byte là byte ngay sau byte khẩn.</translation>
    </message>
    <message>
        <source>The kernel answers %1 about descriptor %2.</source>
        <translation>Hạt nhân trả lời %1 về descriptor %2.</translation>
    </message>
    <message>
        <source>The output of the terminal, descriptor %1, is stopped: it is not writable until it goes on.</source>
        <translation>Đầu ra của terminal, descriptor %1, đã bị dừng: chưa ghi được cho đến khi nó chạy tiếp.</translation>
    </message>
    <message>
        <source>The output of the terminal, descriptor %1, goes on.</source>
        <translation>Đầu ra của terminal, descriptor %1, chạy tiếp.</translation>
    </message>
    <message>
        <source>The terminal, descriptor %1, tells its keyboard to stop, or to go on.</source>
        <translation>Terminal, descriptor %1, báo cho bàn phím dừng lại hoặc gửi tiếp.</translation>
    </message>
    <message>
        <source>%1 asks for the option %2 of descriptor %3.</source>
        <translation>%1 đọc tuỳ chọn %2 của descriptor %3.</translation>
    </message>
    <message>
        <source>The option %1 of descriptor %2 is %3.</source>
        <translation>Tuỳ chọn %1 của descriptor %2 có giá trị %3.</translation>
    </message>
    <message>
        <source>Descriptor %1 is the terminal %2.</source>
        <translation>Descriptor %1 là terminal %2.</translation>
    </message>
    <message>
        <source>%1 asks the kernel which port the other end of descriptor %2 has.</source>
        <translation>%1 hỏi hạt nhân: đầu bên kia của descriptor %2 có cổng nào.</translation>
    </message>
    <message>
        <source>The other end of descriptor %1 has port %2.</source>
        <translation>Đầu bên kia của descriptor %1 có cổng %2.</translation>
    </message>
    <message>
        <source>Somebody types.</source>
        <translation>Có người đang gõ.</translation>
    </message>
    <message>
        <source>Ctrl-D was pressed. The terminal gives what stands before it on the line; at the beginning of a line a read() returns 0: end of file.</source>
        <translation>Ctrl-D vừa được nhấn. Terminal đưa ra những gì đứng trước nó trên dòng; ở đầu dòng thì read() trả về 0: hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>Written into the pipe that is standard input: %1. It can be read at once.</source>
        <translation>Vừa ghi vào đường ống làm đầu vào chuẩn: %1. Có thể đọc ngay.</translation>
    </message>
    <message>
        <source>Typed at the keyboard, without Enter: %1. The terminal collects a line: descriptor 0 does not become readable by it.</source>
        <translation>Vừa gõ ở bàn phím, chưa nhấn Enter: %1. Terminal còn gom cho đủ dòng: descriptor 0 chưa vì thế mà đọc được.</translation>
    </message>
    <message>
        <source>Typed at the keyboard: %1. The line is whole, and descriptor 0 can be read.</source>
        <translation>Vừa gõ ở bàn phím: %1. Dòng đã đủ, và descriptor 0 đọc được.</translation>
    </message>
    <message>
        <source>fgets() returned NULL: end of file, or read() was interrupted.</source>
        <translation>fgets() trả về NULL: hết dữ liệu (EOF), hoặc read() bị ngắt.</translation>
    </message>
    <message>
        <source>fgets() gave %1.</source>
        <translation>fgets() đưa ra %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) more have been read already: they stand in the C library&apos;s buffer, in the program. select() knows nothing of them.</source>
        <translation>
            <numerusform>Còn %n byte đã được đọc từ trước: chúng nằm trong vùng đệm của thư viện C, tức là trong chương trình. select() không biết gì về chúng.</numerusform>
        </translation>
    </message>
    <message>
        <source>The C library&apos;s buffer is empty now.</source>
        <translation>Vùng đệm của thư viện C nay đã trống.</translation>
    </message>
    <message>
        <source>%1 calls read() on descriptor 0. There is something to be read: it will not sleep.</source>
        <translation>%1 gọi read() trên descriptor 0. Đã có thứ để đọc nên lời gọi sẽ không ngủ.</translation>
    </message>
    <message>
        <source>%1 sleeps in read() on descriptor 0 until a line has been typed. What comes elsewhere does not wake it.</source>
        <translation>%1 ngủ trong read() trên descriptor 0 cho đến khi gõ xong một dòng. Thứ gì đến nơi khác không đánh thức được nó.</translation>
    </message>
    <message>
        <source>%1 calls read() on descriptor 0, where nothing can be read yet.</source>
        <translation>%1 gọi read() trên descriptor 0, nơi chưa có gì để đọc.</translation>
    </message>
    <message>
        <source>read() returned 0: the pipe has been closed, and all that was in it has been read. That stays so.</source>
        <translation>read() trả về 0: đường ống đã đóng, và mọi thứ trong đó đã được đọc. Từ nay luôn như vậy.</translation>
    </message>
    <message>
        <source>read() returned 0: end of file of the keyboard, Ctrl-D. A terminal gives that once; the next read() would wait again.</source>
        <translation>read() trả về 0: bàn phím hết dữ liệu (EOF), do Ctrl-D. Terminal chỉ báo một lần; read() kế tiếp lại chờ.</translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) of what was typed: one line at most.</source>
        <translation>
            <numerusform>read() copy %n byte trong những gì đã gõ: nhiều nhất là một dòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pipe that is standard input was closed at its other end: what is in it can still be read, then read() returns 0.</source>
        <translation>Đường ống làm đầu vào chuẩn đã bị đóng ở đầu bên kia: những gì còn trong đó vẫn đọc được, rồi read() trả về 0.</translation>
    </message>
    <message>
        <source>%1 writes to its terminal.</source>
        <translation>%1 ghi ra terminal của mình.</translation>
    </message>
    <message>
        <source>%1 has written %2 to its terminal.</source>
        <translation>%1 đã ghi %2 ra terminal của mình.</translation>
    </message>
    <message>
        <source>read() on descriptor 0 will not sleep: a line has been typed, or end of file waits there.</source>
        <translation>Gọi read() trên descriptor 0 sẽ không ngủ: đã có một dòng gõ xong, hoặc hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>the bench</source>
        <comment>within a sentence</comment>
        <translation>bàn thí nghiệm</translation>
    </message>
    <message>
        <source>The program has been killed: descriptor %1 is closed in the kernel&apos;s place.</source>
        <translation>Chương trình đã bị kết thúc: descriptor %1 được đóng thay cho hạt nhân.</translation>
    </message>
    <message>
        <source>Descriptor %1 of the killed program is closed.</source>
        <translation>Descriptor %1 của chương trình đã bị kết thúc nay đã đóng.</translation>
    </message>
    <message>
        <source>Ctrl-C was pressed. The line discipline of the terminal gives it to no read(): it throws away what was typed and not read, and sends SIGINT to those in the terminal&apos;s foreground.</source>
        <translation>Ctrl-C đã được bấm. Terminal (phần line discipline trong hạt nhân) không đưa nó cho read() nào: nó bỏ những gì đã gõ mà chưa đọc, và gửi SIGINT cho các tiến trình ở foreground của terminal.</translation>
    </message>
    <message>
        <source>The terminal was closed at the user&apos;s side, as with its window: a read() of the program that sleeps there, and each later one, returns -1 with EIO or 0, and a write() returns -1 with EIO.</source>
        <translation>Terminal đã bị đóng ở phía người dùng, như khi đóng cửa sổ của nó: read() của chương trình đang ngủ ở đó, và mỗi read() sau này, trả về -1 với EIO hoặc 0, còn write() trả về -1 với EIO.</translation>
    </message>
    <message>
        <source>The kernel would end the process. Here the program is threads of a process that goes on: so only its threads end, and another one of them closes its descriptors, as the kernel does.</source>
        <translation>Hạt nhân lẽ ra kết thúc cả tiến trình. Ở đây chương trình chỉ là các luồng của một tiến trình còn chạy tiếp: nên chỉ các luồng của nó kết thúc, và một luồng khác của nó đóng các descriptor, như hạt nhân vẫn làm.</translation>
    </message>
    <message>
        <source>Ctrl-C: the terminal&apos;s line discipline has sent %1 to the terminal&apos;s foreground. There process %2 stands in for the program, since threads alone cannot stand there; it has got the signal and has said so.</source>
        <translation>Ctrl-C: line discipline của terminal đã gửi %1 đến foreground của terminal. Ở đó tiến trình %2 đứng thay cho chương trình, vì riêng các luồng thì không đứng ở đó được; nó đã nhận tín hiệu và đã báo lại.</translation>
    </message>
    <message>
        <source>%1 has no handler for it.</source>
        <translation>%1 không có hàm xử lý nào cho tín hiệu này.</translation>
    </message>
    <message>
        <source>%1 has brought about %2, and has no handler for it.</source>
        <translation>%1 đã gây ra %2, và không có hàm xử lý nào cho tín hiệu này.</translation>
    </message>
    <message>
        <source>%1 has brought about %2 by %3(), and has no handler for it.</source>
        <translation>%1 đã gây ra %2 bằng %3(), và không có hàm xử lý nào cho tín hiệu này.</translation>
    </message>
    <message>
        <source>Another thread of the killed program closes its descriptors, one by one, as the kernel does when a process ends.</source>
        <translation>Một luồng khác của chương trình đã bị kết thúc đóng lần lượt các descriptor, như hạt nhân vẫn làm khi một tiến trình kết thúc.</translation>
    </message>
    <message>
        <source>pthread_create() returned %1: the system allows no further thread.</source>
        <translation>pthread_create() trả về %1: hệ thống không cho thêm luồng nào nữa.</translation>
    </message>
    <message>
        <source>%1 starts a further thread of its program: the C library asks the kernel for one (clone3()) that shares memory and descriptors. It begins by itself, perhaps before this call returns.</source>
        <translation>%1 tạo thêm một luồng của chương trình: thư viện C xin hạt nhân một luồng (clone3()) dùng chung bộ nhớ và các descriptor. Luồng ấy tự bắt đầu chạy, có thể trước khi lời gọi này trả về.</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are in the receive buffer of descriptor %1 already, so %2() only copies them (phase 2).</source>
        <translation>
            <numerusform>Vùng đệm nhận của descriptor %1 đã có %n byte, nên %2() chỉ việc copy (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2. Nothing more will come: the other end has closed its sending direction.</source>
        <translation>%1 gọi %3() trên descriptor %2. Sẽ không còn gì đến nữa: đầu bên kia đã đóng chiều gửi.</translation>
    </message>
    <message>
        <source>Nothing has arrived on descriptor %1, so the thread sleeps in %3(): phase 1, wait for data from %2.</source>
        <translation>Chưa có gì đến descriptor %1, nên luồng ngủ trong %3(): giai đoạn 1, chờ dữ liệu từ %2 đến.</translation>
    </message>
    <message numerus="yes">
        <source>%2() returned after %1: the kernel has copied %n bytes into the application&apos;s buffer.</source>
        <translation>
            <numerusform>%2() trả về sau %1: hạt nhân đã copy %n byte vào vùng đệm của ứng dụng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The data was in the kernel already, so %2() did not sleep: it copied %n bytes into the application&apos;s buffer in %1 (phase 2 only).</source>
        <translation>
            <numerusform>Dữ liệu đã có sẵn trong hạt nhân nên %2() không ngủ: nó copy %n byte vào vùng đệm của ứng dụng trong %1 (chỉ có giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1() returned 0: this end was shut down, because the run is being stopped.</source>
        <translation>%1() trả về 0: đầu này đã bị shutdown() vì lần chạy đang kết thúc.</translation>
    </message>
    <message>
        <source>%2() returned 0, end of file: %1 has closed its sending direction, and all it sent has been read. 0 is no error.</source>
        <translation>%2() trả về 0, tức hết dữ liệu (EOF): %1 đã đóng chiều gửi, và mọi thứ đã gửi đều được đọc hết. 0 không phải là lỗi.</translation>
    </message>
    <message>
        <source>%1() returned 0, end of file: the server has closed its end, and all it sent has been read. 0 is no error.</source>
        <translation>%1() trả về 0, tức hết dữ liệu (EOF): server đã đóng phía của nó, và mọi thứ đã gửi đều được đọc hết. 0 không phải là lỗi.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 (%3) is ready, so %4() will not sleep.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Descriptor %1 (%3) sẵn sàng, nên %4() sẽ không ngủ.</translation>
    </message>
    <message>
        <source>%1() returned 0: the run is being stopped, and the server&apos;s end was shut down.</source>
        <translation>%1() trả về 0: lần chạy đang kết thúc, và đầu phía server đã bị shutdown().</translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had waited at least %1 for the data in %3() (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() không ngủ: luồng đã chờ dữ liệu đến trong %3(), ít nhất %1 (giai đoạn 1). %4() copy %n byte vào vùng đệm của ứng dụng trong %2 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() không ngủ: trước đó luồng đã ở trong %3() %1 (giai đoạn 1). %4() copy %n byte vào vùng đệm của ứng dụng trong %2 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2, which is non-blocking: if nothing has arrived, it returns -1 with EWOULDBLOCK at once.</source>
        <translation>%1 gọi %3() trên descriptor %2. Descriptor này là non-blocking: nếu chưa có gì đến, %3() trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known: the data may have been there when %2() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %1 together.</source>
        <translation>
            <numerusform>Không biết luồng có ngủ hay không: có thể dữ liệu đã có sẵn khi %2() bắt đầu. Chờ dữ liệu (giai đoạn 1), nếu có chờ, và copy %n byte vào vùng đệm của ứng dụng (giai đoạn 2) mất tổng cộng %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), perhaps not at all. %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() không ngủ: trước đó luồng đã chờ dữ liệu trong %3() nhiều nhất %1 (giai đoạn 1), có thể không hề chờ. %4() copy %n byte vào vùng đệm của ứng dụng trong %2 (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2, whose connection was reset: it will not sleep. It gives what had come before, if that was not read, and tells of the reset, if no call has yet.</source>
        <translation>%1 gọi %3() trên descriptor %2, kết nối của nó đã bị reset (RST): lời gọi sẽ không ngủ. Nó trả về những gì đã đến mà chưa đọc, nếu có, và báo kết nối bị reset, nếu chưa lời gọi nào báo.</translation>
    </message>
    <message>
        <source>%1() returned 0: the connection was reset, which a call has told of already, and nothing more will come.</source>
        <translation>%1() trả về 0: kết nối đã bị reset (RST), một lời gọi đã báo điều đó, và sẽ không có gì đến nữa.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n bytes are in the receive buffer of descriptor %1 already, so %2() only copies (phase 2).</source>
        <translation>
            <numerusform>Trong vùng đệm nhận của descriptor %1 đã có ít nhất %n byte, nên %2() chỉ copy (giai đoạn 2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%2() has said that descriptor %1 is ready, so %3() will not sleep: data, end of file or an error is in the kernel already.</source>
        <translation>%2() đã báo descriptor %1 sẵn sàng, nên %3() sẽ không ngủ: dữ liệu, hết dữ liệu (EOF) hoặc một lỗi đã có trong hạt nhân.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2. If nothing has arrived, the thread sleeps and waits for data (phase 1); what has come the kernel copies (phase 2).</source>
        <translation>%1 gọi %3() trên descriptor %2. Nếu chưa có gì đến, luồng ngủ để chờ dữ liệu (giai đoạn 1); những gì đã đến thì hạt nhân copy (giai đoạn 2).</translation>
    </message>
    <message>
        <source>The listening socket has been shut down.</source>
        <translation>Socket nghe đã bị shutdown().</translation>
    </message>
    <message>
        <source>Descriptor %1 is no listening socket: only such a one has connections to accept.</source>
        <translation>Descriptor %1 không phải là socket nghe: chỉ socket nghe mới có kết nối để chấp nhận.</translation>
    </message>
    <message>
        <source>%1() returned 0, end of file: nobody has the pipe open for writing any more, and all that was in it has been read. 0 is no error.</source>
        <translation>%1() trả về 0, tức hết dữ liệu (EOF): không còn ai mở đường ống để ghi, và mọi thứ trong đó đã được đọc. 0 không phải là lỗi.</translation>
    </message>
    <message>
        <source>%1() returned 0: end of file. 0 is no error.</source>
        <translation>%1() trả về 0: hết dữ liệu (EOF). 0 không phải là lỗi.</translation>
    </message>
    <message>
        <source>The option %1 of descriptor %2 is %3, %4: %5. To ask for it has taken it away.</source>
        <comment>an errno</comment>
        <translation>Tuỳ chọn %1 của descriptor %2 có giá trị %3, %4: %5. Hỏi xong thì lỗi đó được xoá đi.</translation>
    </message>
    <message>
        <source>read() on %1 will not sleep: data, end of file or an error waits there.</source>
        <translation>read() trên %1 sẽ không ngủ: ở đó có dữ liệu, hết dữ liệu (EOF) hoặc lỗi đang chờ.</translation>
    </message>
    <message>
        <source>%1() returned -1 with EWOULDBLOCK after %3: there is nothing for it on descriptor %2 yet. Nothing is known of the descriptor: whether the call waited is open.</source>
        <translation>%1() trả về -1 với EWOULDBLOCK sau %3: trên descriptor %2 chưa có gì cho nó. Không biết gì về descriptor này: lời gọi có chờ hay không vẫn còn để ngỏ.</translation>
    </message>
    <message>
        <source>%1() returned -1 with EWOULDBLOCK: there is nothing for it on descriptor %2 yet. That it took %3 was no wait for that: the thread may not have been given the processor; the recording does not tell.</source>
        <translation>%1() trả về -1 với EWOULDBLOCK: trên descriptor %2 chưa có gì cho nó. Nó mất %3, nhưng không phải để chờ: có thể luồng chưa được cấp CPU; bản ghi không cho biết.</translation>
    </message>
    <message>
        <source>whoever sends there</source>
        <comment>to a UDP socket</comment>
        <translation>bất kỳ ai gửi tới đó</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>at the other end: there is no connection</comment>
        <translation>không ai</translation>
    </message>
    <message>
        <source>the pipe that is standard input</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>đường ống làm đầu vào chuẩn</translation>
    </message>
    <message>
        <source>the keyboard</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>bàn phím</translation>
    </message>
    <message>
        <source>the terminal</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>terminal</translation>
    </message>
    <message>
        <source>a pipe</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>một đường ống</translation>
    </message>
    <message>
        <source>an interest list of epoll</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>một danh sách theo dõi của epoll</translation>
    </message>
    <message>
        <source>the rings of io_uring</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>các vòng của io_uring</translation>
    </message>
    <message>
        <source>somebody unknown</source>
        <comment>at the other end of a descriptor</comment>
        <translation>một bên không rõ là ai</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>không biết gì về nó</translation>
    </message>
    <message>
        <source>a UDP socket</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>một socket UDP</translation>
    </message>
    <message>
        <source>a socket without a connection</source>
        <comment>a descriptor&apos;s meaning</comment>
        <translation>một socket chưa có kết nối</translation>
    </message>
    <message>
        <source>%1 asks the kernel which descriptors are ready: for reading %2, for writing %3.</source>
        <translation>%1 hỏi hạt nhân descriptor nào sẵn sàng: để đọc %2, để ghi %3.</translation>
    </message>
    <message>
        <source>%1 asks the kernel which descriptors are ready: for reading %2, for exceptional conditions %3.</source>
        <translation>%1 hỏi hạt nhân descriptor nào sẵn sàng: để đọc %2, có tình huống ngoại lệ %3.</translation>
    </message>
    <message>
        <source>select() returned %1 after %2: ready for reading %3, for writing %4.</source>
        <translation>select() trả về %1 sau %2: sẵn sàng để đọc %3, để ghi %4.</translation>
    </message>
    <message>
        <source>select() returned %1 after %2: ready for reading %3, for exceptional conditions %4.</source>
        <translation>select() trả về %1 sau %2: sẵn sàng để đọc %3, có tình huống ngoại lệ %4.</translation>
    </message>
    <message>
        <source>The file status flags of descriptor %1 are %2 now. No statement has asked: the bench looks at what the kernel has made of F_SETFL.</source>
        <translation>Các cờ trạng thái của descriptor %1 giờ là %2. Không câu lệnh nào hỏi: bàn thí nghiệm xem hạt nhân đã đặt gì sau F_SETFL.</translation>
    </message>
    <message>
        <source>The connection of %1 was reset: a reset makes a descriptor readable and writable, since no call on it would wait.</source>
        <comment>descriptors</comment>
        <translation>Kết nối của %1 đã bị reset (RST): descriptor trở nên vừa đọc được vừa ghi được, vì không lời gọi nào trên nó phải chờ.</translation>
    </message>
    <message>
        <source>Phase 1, the wait for this data, took %1 at most and blocked nobody: the main flow computed on. It was over at least %2 before this call, within the sender&apos;s call.</source>
        <translation>Giai đoạn 1, lúc chờ dữ liệu này, kéo dài nhiều nhất là %1 và không chặn ai: chương trình chính vẫn chạy tiếp. Giai đoạn này kết thúc sớm hơn lời gọi này ít nhất %2, trong lời gọi của bên gửi.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 (%3) can be written: there is room.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Descriptor %1 (%3) ghi được: còn chỗ.</translation>
    </message>
    <message numerus="yes">
        <source>Of %1, %n events are missing here: they came faster than they could be written down, or the recording had become as long as it may be.</source>
        <translation>
            <numerusform>Ở đây thiếu %n sự kiện của %1: chúng đến nhanh hơn tốc độ ghi, hoặc bản ghi đã dài đến giới hạn.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the thread did meanwhile is not known. What waits at its descriptors is unknown from here on, and its sets and tables are shown as they were before.</source>
        <translation>Trong lúc đó luồng đã làm gì thì không biết. Từ đây trở đi không biết còn gì chờ ở các descriptor của nó; các tập và bảng được vẽ như trước đó.</translation>
    </message>
    <message>
        <source>With EPOLLONESHOT epoll_wait() tells of it once, and then no more until EPOLL_CTL_MOD asks anew.</source>
        <translation>Với EPOLLONESHOT, epoll_wait() chỉ báo về nó một lần, rồi thôi cho đến khi EPOLL_CTL_MOD yêu cầu lại.</translation>
    </message>
    <message>
        <source>With EPOLLONESHOT this is told once: epoll_wait() is silent about it until EPOLL_CTL_MOD.</source>
        <translation>Với EPOLLONESHOT, điều này chỉ được báo một lần: epoll_wait() im lặng về nó cho đến khi có EPOLL_CTL_MOD.</translation>
    </message>
    <message>
        <source>The first argument, %1, makes the kernel look at bits 0 to %2.</source>
        <translation>Tham số thứ nhất, %1, khiến hạt nhân xem các bit từ 0 đến %2.</translation>
    </message>
    <message>
        <source>%1 asks the kernel about no descriptor.</source>
        <comment>who</comment>
        <translation>%1 không hỏi hạt nhân về descriptor nào.</translation>
    </message>
    <message>
        <source>There is room in the send buffer of %1 again: send() can take some at once. Since when is not known: the other end&apos;s kernel tells of the room by itself, in no call that is recorded.</source>
        <comment>descriptors</comment>
        <translation>Vùng đệm gửi của %1 lại có chỗ: send() có thể nhận ngay một phần. Có chỗ từ lúc nào thì không biết: hạt nhân ở đầu bên kia tự báo còn chỗ, không qua lời gọi nào được ghi lại.</translation>
    </message>
    <message>
        <source>The bits of %1 are 1, too, and the kernel does not look at them: the first argument must be the highest descriptor plus 1.</source>
        <comment>descriptors</comment>
        <translation>Các bit của %1 cũng bằng 1, nhưng hạt nhân không xem tới: tham số đầu tiên phải là descriptor lớn nhất cộng 1.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: bit %1 of %2 is 1.</source>
        <translation>FD_ISSET là đúng: bit %1 của %2 bằng 1.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0.</translation>
    </message>
    <message>
        <source>No select() that was passed this set is recorded: whether descriptor %1 is ready the bit does not tell.</source>
        <translation>Bản ghi không có select() nào được trao tập này: bit ấy không cho biết descriptor %1 có sẵn sàng hay không.</translation>
    </message>
    <message>
        <source>So it was in %1, which was copied there.</source>
        <translation>Nó vốn như vậy trong %1, tập đã được gán vào đây.</translation>
    </message>
    <message>
        <source>So %1 has left it.</source>
        <translation>%1 đã để nó như vậy.</translation>
    </message>
    <message>
        <source>No select() has answered in %2 since then: whether descriptor %1 is ready the bit does not tell.</source>
        <translation>Từ đó chưa có select() nào trả lời trong %2: bit ấy không cho biết descriptor %1 có sẵn sàng hay không.</translation>
    </message>
    <message>
        <source>FD_ISSET is false: bit %1 of %2 is 0, so descriptor %1 could not be written yet.</source>
        <translation>FD_ISSET là sai: bit %1 của %2 bằng 0, nên chưa ghi được vào descriptor %1.</translation>
    </message>
    <message>
        <source>Bit %1 of %2 is 1 now: a select() that is given this set, or a copy of it, is asked whether descriptor %1 (%3) can be written.</source>
        <translation>Bit %1 của %2 giờ bằng 1: select() nào nhận tập này, hoặc bản sao của nó, sẽ được hỏi descriptor %1 (%3) có ghi được không.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1, so descriptor %1 (%3) was ready then. Whether it still is is not known: another call came in between.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1, vậy descriptor %1 (%3) lúc đó sẵn sàng. Không biết bây giờ có còn như vậy không: đã có lời gọi khác xen vào.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1.</translation>
    </message>
    <message>
        <source>FD_ISSET is true: select() left bit %1 of %2 at 1. Urgent data has come on descriptor %1 (%3): with SO_OOBINLINE a plain recv() gives it.</source>
        <translation>FD_ISSET là đúng: select() để bit %1 của %2 bằng 1. Có dữ liệu khẩn đến trên descriptor %1 (%3): với SO_OOBINLINE, recv() không có MSG_OOB trả về nó.</translation>
    </message>
    <message>
        <source>%1 asks for a second descriptor for what descriptor %2 names: the smallest number that is free, from %3 on.</source>
        <translation>%1 xin thêm một descriptor cho đúng cái mà descriptor %2 đang trỏ tới: số nhỏ nhất còn trống, từ %3 trở đi.</translation>
    </message>
    <message>
        <source>It is the smallest number that was free, from %1 on.</source>
        <comment>a descriptor</comment>
        <translation>Đó là số nhỏ nhất còn trống, từ %1 trở đi.</translation>
    </message>
    <message numerus="yes">
        <source>SO_LINGER is on for descriptor %1, with a time of %n seconds: close() waits so long at most until the other side has acknowledged all. Whether a FIN or a reset (RST) ends the connection it does not change.</source>
        <translation>
            <numerusform>SO_LINGER đang bật cho descriptor %1, với thời gian %n giây: close() chờ nhiều nhất chừng ấy cho tới khi bên kia đã xác nhận hết. Kết nối kết thúc bằng FIN hay reset (RST) thì không đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>O_NONBLOCK is off now, since F_SETFL was not given it: descriptor %1 is blocking again, and a call on it that has to wait puts the thread to sleep.</source>
        <translation>O_NONBLOCK giờ đã tắt, vì F_SETFL không được trao cờ này: descriptor %1 lại là blocking (chặn), lời gọi nào trên nó phải chờ sẽ làm luồng ngủ.</translation>
    </message>
    <message>
        <source>O_ASYNC is on: from now on descriptor %1 sends a signal when something can be done on it.</source>
        <translation>O_ASYNC đang bật: từ giờ, descriptor %1 gửi tín hiệu khi có thể làm gì đó với nó.</translation>
    </message>
    <message>
        <source>O_ASYNC is on, but the recording shows nobody who is to get the signals of descriptor %1: none is sent before F_SETOWN or F_SETOWN_EX says who.</source>
        <translation>O_ASYNC đang bật, nhưng theo bản ghi thì chưa ai được chỉ định nhận tín hiệu của descriptor %1: chưa có tín hiệu nào được gửi trước khi F_SETOWN hoặc F_SETOWN_EX nói ai nhận.</translation>
    </message>
    <message>
        <source>O_ASYNC is off now, since F_SETFL was not given it: descriptor %1 sends no signal any more.</source>
        <translation>O_ASYNC giờ đã tắt, vì F_SETFL không được trao cờ này: descriptor %1 không gửi tín hiệu nữa.</translation>
    </message>
    <message>
        <source>Descriptor %1 was closed: a set that still has its bit makes select() fail with EBADF, so it must be taken out of the sets.</source>
        <translation>Descriptor %1 đã bị đóng: tập nào còn bit của nó sẽ làm select() thất bại với EBADF, nên phải bỏ nó ra khỏi các tập.</translation>
    </message>
    <message>
        <source>There is no descriptor %1, and the recording shows none that there was.</source>
        <translation>Không có descriptor %1, và bản ghi cũng không cho thấy từng có.</translation>
    </message>
    <message>
        <source>Descriptor %1 is open: it is none of those with which select() fails with EBADF.</source>
        <translation>Descriptor %1 đang mở: nó không phải là descriptor làm select() thất bại với EBADF.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2, whose receiving direction was shut by shutdown(): it will not sleep.</source>
        <translation>%1 gọi %3() trên descriptor %2. Chiều nhận của descriptor này đã bị shutdown() đóng: lời gọi sẽ không ngủ.</translation>
    </message>
    <message>
        <source>%1 calls %3() on descriptor %2 with MSG_DONTWAIT: if nothing has arrived, this call returns -1 with EWOULDBLOCK at once.</source>
        <translation>%1 gọi %3() trên descriptor %2 với MSG_DONTWAIT: nếu chưa có gì đến, lời gọi này trả về ngay -1 với EWOULDBLOCK.</translation>
    </message>
    <message numerus="yes">
        <source>%2() returned after %1: the kernel has taken %n bytes out of the receive buffer and thrown them away, as MSG_TRUNC asks for (tcp(7)). Nothing was copied.</source>
        <translation>
            <numerusform>%2() trả về sau %1: hạt nhân đã lấy %n byte khỏi vùng đệm nhận rồi bỏ đi, theo yêu cầu của MSG_TRUNC (tcp(7)). Không gì được copy.</numerusform>
        </translation>
    </message>
    <message>
        <source>MSG_PEEK only looks: what was copied is still in the receive buffer, and comes again.</source>
        <translation>MSG_PEEK chỉ xem: những gì đã copy vẫn còn trong vùng đệm nhận, và sẽ được nhận lại.</translation>
    </message>
    <message>
        <source>%1() returned 0: an empty datagram has arrived. A datagram may have no bytes at all: between sockets of datagrams 0 is no end of file.</source>
        <translation>%1() trả về 0: một datagram rỗng đã đến. Một datagram có thể không chứa byte nào: giữa các socket datagram, số 0 không có nghĩa là hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>%1() returned 0, since it was asked for 0 bytes: that tells neither of an end of file nor of what has come.</source>
        <translation>%1() trả về 0 vì chỉ được yêu cầu 0 byte: điều đó không cho biết có hết dữ liệu (EOF) hay không, cũng không cho biết gì đã đến.</translation>
    </message>
    <message>
        <source>%1() returned 0: the receiving direction of descriptor %2 was shut by shutdown() at this end, and nothing is there. That tells nothing of the other end.</source>
        <translation>%1() trả về 0: chiều nhận của descriptor %2 đã bị shutdown() đóng ở đầu này, và không có gì ở đó. Điều đó không nói gì về đầu bên kia.</translation>
    </message>
    <message>
        <source>MSG_PEEK only looks: the datagram stays in the receive buffer, whole, and the next call gets it.</source>
        <translation>MSG_PEEK chỉ xem: datagram vẫn còn nguyên trong vùng đệm nhận, và lời gọi kế tiếp sẽ nhận được nó.</translation>
    </message>
    <message>
        <source>read() returned 0: the terminal was closed at the user&apos;s side, and each read() from now on returns 0 or fails with EIO.</source>
        <translation>read() trả về 0: terminal đã bị đóng ở phía người dùng, và từ giờ mỗi read() trả về 0 hoặc thất bại với EIO.</translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) out of the pipe, as many as it had asked for: there may be more in it.</source>
        <translation>
            <numerusform>read() đã copy %n byte từ đường ống, đúng bằng số được yêu cầu: trong đó có thể còn nữa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) out of the pipe: all there were then, however many lines they are.</source>
        <translation>
            <numerusform>read() đã copy %n byte từ đường ống: tất cả những gì có lúc đó, dù là bao nhiêu dòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks the kernel for a connection to port %2. Descriptor %3 is non-blocking: if the connection is not complete at once, connect() returns -1 with EINPROGRESS, and the kernel goes on.</source>
        <translation>%1 nhờ hạt nhân kết nối tới cổng %2. Descriptor %3 là non-blocking: nếu kết nối chưa hoàn tất ngay thì connect() trả về -1 với EINPROGRESS, và hạt nhân tự làm tiếp.</translation>
    </message>
    <message>
        <source>connect() returned -1 with EINPROGRESS: the connection is not complete yet, and the call did not wait for it.</source>
        <translation>connect() trả về -1 với EINPROGRESS: kết nối chưa hoàn tất, và lời gọi không chờ nó.</translation>
    </message>
    <message>
        <source>connect() waited %1 and then returned -1 with EINPROGRESS: a time limit of the socket was up (SO_SNDTIMEO, socket(7)).</source>
        <translation>connect() đã chờ %1 rồi trả về -1 với EINPROGRESS: giới hạn thời gian của socket đã hết (SO_SNDTIMEO, socket(7)).</translation>
    </message>
    <message>
        <source>The kernel goes on. When it has come to an end, descriptor %1 can be written, and getsockopt() with SO_ERROR tells whether it is connected (connect(2)).</source>
        <translation>Hạt nhân tự làm tiếp. Khi xong, descriptor %1 ghi được, và getsockopt() với SO_ERROR cho biết đã kết nối được hay chưa (connect(2)).</translation>
    </message>
    <message>
        <source>Nothing is sent: UDP has no FIN, and the other end is told nothing.</source>
        <translation>Không gì được gửi: UDP không có FIN, và đầu bên kia không được báo gì.</translation>
    </message>
    <message>
        <source>A recv() that sleeps on descriptor %1, or would have to, returns 0 from now on.</source>
        <translation>Từ giờ, recv() đang ngủ trên descriptor %1, hoặc lẽ ra phải ngủ, trả về 0.</translation>
    </message>
    <message>
        <source>A send() on descriptor %1 fails with EPIPE from now on.</source>
        <translation>Từ giờ, send() trên descriptor %1 thất bại với EPIPE.</translation>
    </message>
    <message>
        <source>The sending direction of descriptor %1 is shut: after the bytes sent before, the other end of the pair reads end of file.</source>
        <translation>Chiều gửi của descriptor %1 đã đóng: sau các byte đã gửi trước đó, đầu bên kia của cặp socket đọc thấy hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>The receiving direction of descriptor %1 is shut: recv() on it returns 0 instead of sleeping, and a send() of the other end fails with EPIPE.</source>
        <translation>Chiều nhận của descriptor %1 đã đóng: recv() trên nó trả về 0 thay vì ngủ, và send() của đầu bên kia thất bại với EPIPE.</translation>
    </message>
    <message>
        <source>Both ends are in this kernel: there are no segments, and no FIN.</source>
        <translation>Cả hai đầu đều nằm trong hạt nhân này: không có segment nào, cũng không có FIN.</translation>
    </message>
    <message>
        <source>The receiving direction of descriptor %1 is shut: recv() on it returns 0 instead of sleeping.</source>
        <translation>Chiều nhận của descriptor %1 đã đóng: recv() trên nó trả về 0 thay vì ngủ.</translation>
    </message>
    <message>
        <source>Nothing is sent: the other end is told nothing of it.</source>
        <translation>Không gì được gửi: đầu bên kia không được báo gì về việc này.</translation>
    </message>
    <message>
        <source>The descriptor stays open: it must be closed.</source>
        <translation>Descriptor vẫn mở: còn phải đóng nó.</translation>
    </message>
    <message>
        <source>Linux shuts a UDP socket all the same.</source>
        <translation>Dù vậy, Linux vẫn đóng các chiều ấy của socket UDP.</translation>
    </message>
    <message>
        <source>%1 calls shutdown() on descriptor %2 (%3) with %4.</source>
        <translation>%1 gọi shutdown() trên descriptor %2 (%3) với %4.</translation>
    </message>
    <message>
        <source>Descriptor %1 listens no more, and stays open: a thread that sleeps in accept() on it is woken, and accept() fails with EINVAL.</source>
        <translation>Descriptor %1 không còn nghe nữa nhưng vẫn mở: luồng đang ngủ trong accept() trên nó được đánh thức, và accept() thất bại với EINVAL.</translation>
    </message>
    <message>
        <source>Descriptor %1 is a listening socket, which sends nothing: SHUT_WR changes nothing.</source>
        <translation>Descriptor %1 là socket nghe, không gửi gì cả: SHUT_WR không thay đổi gì.</translation>
    </message>
    <message>
        <source>shutdown() on descriptor %1 returned 0.</source>
        <translation>shutdown() trên descriptor %1 trả về 0.</translation>
    </message>
    <message>
        <source>Descriptor %1, the epoll instance, is closed, which wakes nobody: an epoll_wait() that sleeps on it sleeps on. Only one that is called from now on fails with EBADF.</source>
        <translation>Descriptor %1, tức đối tượng epoll, đã bị đóng, việc này không đánh thức ai: epoll_wait() đang ngủ trên nó vẫn ngủ tiếp. Chỉ epoll_wait() nào được gọi từ giờ mới thất bại với EBADF.</translation>
    </message>
    <message>
        <source>Nothing else ends: descriptor %1 names the same open file.</source>
        <translation>Ngoài ra không gì kết thúc: descriptor %1 vẫn trỏ tới cùng open file description đó.</translation>
    </message>
    <message>
        <source>Bytes had come that nobody read. Both ends of the pair are in this kernel: there are no segments, and no RST.</source>
        <translation>Đã có byte đến mà không ai đọc. Cả hai đầu của cặp socket đều nằm trong hạt nhân này: không có segment nào, cũng không có RST.</translation>
    </message>
    <message>
        <source>After the bytes sent before, the other end of the pair reads end of file. Both ends are in this kernel: there are no segments, and no FIN.</source>
        <translation>Sau các byte đã gửi trước đó, đầu bên kia của cặp socket đọc thấy hết dữ liệu (EOF). Cả hai đầu đều nằm trong hạt nhân này: không có segment nào, cũng không có FIN.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. It was installed with SA_RESTART, but %3 was set on descriptor %4: if that is less than a second, and not 0, %2() is not continued and returns now, with EINTR if it has found nothing (signal(7)). The recording does not tell.</source>
        <translation>Hàm xử lý của %1 trả về. Nó được cài với SA_RESTART, nhưng %3 đã được đặt trên descriptor %4: nếu giới hạn ấy dưới một giây và khác 0 thì %2() không được tiếp tục mà trả về ngay, với EINTR nếu chưa tìm thấy gì (signal(7)). Bản ghi không cho biết.</translation>
    </message>
    <message>
        <source>The handler of %1 returns. It was installed with SA_RESTART, but %2() is not continued, since a time limit is set on descriptor %4 (%3, signal(7)): it returns now, with EINTR if it has found nothing.</source>
        <translation>Hàm xử lý của %1 trả về. Nó được cài với SA_RESTART, nhưng %2() không được tiếp tục, vì descriptor %4 có giới hạn thời gian (%3, signal(7)): lời gọi trả về ngay, với EINTR nếu chưa tìm thấy gì.</translation>
    </message>
    <message>
        <source>epoll_wait() returned %1 after %2: it tells of %3.</source>
        <translation>epoll_wait() trả về %1 sau %2: nó báo về %3.</translation>
    </message>
    <message>
        <source>Descriptor %1, the epoll instance, has been closed meanwhile: this call had kept it.</source>
        <translation>Descriptor %1, tức đối tượng epoll, đã bị đóng trong lúc đó: lời gọi này đã giữ nó.</translation>
    </message>
    <message>
        <source>%1 can be written as soon as a write() would not sleep.</source>
        <comment>descriptors</comment>
        <translation>%1 ghi được ngay khi write() không phải ngủ.</translation>
    </message>
    <message>
        <source>There is room in the send buffer of %1: send() can take some at once.</source>
        <comment>descriptors</comment>
        <translation>Vùng đệm gửi của %1 còn chỗ: send() nhận được dữ liệu ngay.</translation>
    </message>
    <message>
        <source>The connect() on %1 has come to its end: connected, or failed, which getsockopt() with SO_ERROR tells.</source>
        <comment>descriptors</comment>
        <translation>connect() trên %1 đã xong: kết nối được hay thất bại thì getsockopt() với SO_ERROR cho biết.</translation>
    </message>
    <message>
        <source>A call that writes to %1 would not sleep.</source>
        <comment>descriptors</comment>
        <translation>Lời gọi ghi vào %1 sẽ không ngủ.</translation>
    </message>
    <message>
        <source>On %1 urgent data has come. SO_OOBINLINE is on: the byte is in the stream, and a plain recv() gives it.</source>
        <comment>descriptors</comment>
        <translation>Trên %1 có dữ liệu khẩn đến. SO_OOBINLINE đang bật: byte ấy nằm trong dòng byte, và recv() không có MSG_OOB trả về nó.</translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken %n bytes for %1, the last of them urgent. There SO_OOBINLINE is on: it stays in the stream, and a plain recv() gives it.</source>
        <translation>
            <numerusform>Hạt nhân đã nhận %n byte gửi tới %1, byte cuối là byte khẩn. Ở đó SO_OOBINLINE đang bật: byte ấy vẫn nằm trong dòng byte, và recv() không có MSG_OOB trả về nó.</numerusform>
        </translation>
    </message>
    <message>
        <source>SO_OOBINLINE is on: an urgent byte is in the stream, where a plain recv() gives it.</source>
        <translation>SO_OOBINLINE đang bật: byte khẩn nằm trong dòng byte, recv() không có MSG_OOB trả về nó.</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are in the receive buffer of descriptor %1, and %2() waits for %3: the thread sleeps until so many have come, or nothing more can come.</source>
        <translation>
            <numerusform>%n byte đang ở trong vùng đệm nhận của descriptor %1, còn %2() chờ đủ %3: luồng ngủ cho đến khi có đủ, hoặc không thể có thêm nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sender&apos;s send() had returned before: TCP had kept the bytes back, or may have, for more to go with them (MSG_MORE, TCP_CORK: tcp(7)). When they arrived is not recorded.</source>
        <translation>send() bên gửi đã trả về trước đó: TCP giữ lại các byte, hoặc có thể đã giữ lại, để gửi cùng những byte đến sau (MSG_MORE, TCP_CORK: tcp(7)). Chúng đến khi nào thì không được ghi lại.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 · port %2</source>
        <comment>whose socket it is, and its TCP port</comment>
        <translation>%1 · cổng %2</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a slot of client_FD[] just taken</comment>
        <translation>mới</translation>
    </message>
    <message>
        <source>freed</source>
        <comment>a slot of client_FD[] just freed</comment>
        <translation>vừa trống</translation>
    </message>
    <message>
        <source>free</source>
        <comment>a slot of client_FD[]</comment>
        <translation>trống</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>the descriptor in a slot of client_FD[]</comment>
        <translation>đã đóng</translation>
    </message>
    <message numerus="yes">
        <source>%n free slots</source>
        <translation>
            <numerusform>%n ô trống</numerusform>
        </translation>
    </message>
    <message>
        <source>This server keeps no table of clients: it serves one at a time.</source>
        <translation>Server này không giữ bảng client: nó phục vụ từng client một.</translation>
    </message>
    <message>
        <source>There is no table of clients yet.</source>
        <translation>Chưa có bảng client.</translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>Trước bước đầu tiên</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>Chưa có bước nào</translation>
    </message>
    <message>
        <source>A call in progress, after step %1</source>
        <comment>number of the last step</comment>
        <translation>Một lời gọi đang diễn ra, sau bước %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <comment>numbers of this and of the last step</comment>
        <translation>Bước %1 / %2</translation>
    </message>
    <message>
        <source>waiting for data (phase 1)</source>
        <translation>chờ dữ liệu đến (giai đoạn 1)</translation>
    </message>
    <message>
        <source>waking up and copying (phase 2)</source>
        <translation>thức dậy và copy (giai đoạn 2)</translation>
    </message>
    <message>
        <source>copying (phase 2)</source>
        <translation>copy (giai đoạn 2)</translation>
    </message>
    <message>
        <source>still lasts</source>
        <comment>a phase</comment>
        <translation>vẫn đang diễn ra</translation>
    </message>
    <message>
        <source>the whole call</source>
        <comment>its duration follows</comment>
        <translation>cả lời gọi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>thread, source line</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Process and kernel</source>
        <comment>title of a figure</comment>
        <translation>Tiến trình và hạt nhân</translation>
    </message>
    <message>
        <source>Table client_FD[]</source>
        <comment>title of a figure</comment>
        <translation>Bảng client_FD[]</translation>
    </message>
    <message>
        <source>Timeline</source>
        <comment>title of a figure</comment>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Source code</source>
        <comment>title of a figure</comment>
        <translation>Mã nguồn</translation>
    </message>
    <message>
        <source>What happens</source>
        <comment>title of a figure</comment>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Measured figures</source>
        <comment>title of a figure</comment>
        <translation>Số đo</translation>
    </message>
    <message>
        <source>Overview</source>
        <comment>title of a figure</comment>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>This step is of %1: %2</source>
        <comment>name of a thread, its call</comment>
        <translation>Bước này thuộc về %1: %2</translation>
    </message>
    <message>
        <source>the text that was compiled and runs</source>
        <translation>chính mã đã biên dịch và đang chạy</translation>
    </message>
    <message>
        <source>The program has no listing of this name.</source>
        <translation>Chương trình không có mã nguồn tên này.</translation>
    </message>
    <message>
        <source>asleep here</source>
        <comment>the server, in this line</comment>
        <translation>đang ngủ ở đây</translation>
    </message>
    <message>
        <source>Line %1 of %2: %3</source>
        <comment>number, file, text of the line</comment>
        <translation>Dòng %1 của %2: %3</translation>
    </message>
    <message>
        <source>%1 after the beginning</source>
        <comment>the instant shown: a duration</comment>
        <translation>%1 sau lúc bắt đầu</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3 after the beginning</source>
        <comment>the instant shown: two numbers, a duration</comment>
        <translation>Bước %1 / %2 · %3 sau lúc bắt đầu</translation>
    </message>
    <message>
        <source>A recorded run</source>
        <translation>Lần chạy đã ghi</translation>
    </message>
    <message>
        <source>Server %1, port %2</source>
        <translation>Server %1, cổng %2</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a set as passed to select()</comment>
        <translation>vào</translation>
    </message>
    <message>
        <source>out</source>
        <comment>a set as select() left it</comment>
        <translation>ra</translation>
    </message>
    <message>
        <source>asked of the kernel</source>
        <comment>a row of bits</comment>
        <translation>hỏi hạt nhân</translation>
    </message>
    <message>
        <source>the kernel’s answer</source>
        <comment>a row of bits</comment>
        <translation>hạt nhân trả lời</translation>
    </message>
    <message>
        <source>kept by the program</source>
        <comment>a row of bits</comment>
        <translation>do chương trình giữ</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>descriptors that there is no room for</comment>
        <translation>
            <numerusform>và %n nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>bit n stands for descriptor n, of %1 (FD_SETSIZE)</source>
        <translation>bit thứ n ứng với descriptor n, có %1 bit (FD_SETSIZE)</translation>
    </message>
    <message numerus="yes">
        <source>%n bits that are on are not shown for lack of room</source>
        <translation>
            <numerusform>%n bit bằng 1 không hiện vì thiếu chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no descriptor sets yet.</source>
        <translation>Chưa có tập descriptor nào.</translation>
    </message>
    <message>
        <source>unknown how many wait</source>
        <comment>connections in the accept queue</comment>
        <translation>không rõ số đang chờ</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a buffer or a queue</comment>
        <translation>rỗng</translation>
    </message>
    <message numerus="yes">
        <source>%n connections waiting</source>
        <translation>
            <numerusform>%n kết nối đang chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>connection reset</source>
        <comment>in place of a receive buffer&apos;s content</comment>
        <translation>kết nối bị reset</translation>
    </message>
    <message>
        <source>unknown how many bytes</source>
        <comment>in a receive buffer</comment>
        <translation>không biết có bao nhiêu byte</translation>
    </message>
    <message>
        <source>end of file</source>
        <comment>all that is left in a receive buffer</comment>
        <translation>hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>%1, then end of file</source>
        <comment>how many bytes</comment>
        <translation>%1, rồi hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <comment>how many bytes</comment>
        <translation>%1 đang chờ</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a socket, as select() answered</comment>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>watched</source>
        <comment>a socket that select() is asked about</comment>
        <translation>theo dõi</translation>
    </message>
    <message>
        <source>Application buffer</source>
        <translation>Vùng đệm ứng dụng</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <comment>in a buffer, of its size</comment>
        <translation>%1 / %2 byte</translation>
    </message>
    <message numerus="yes">
        <source>Application buffer: the last read put %n bytes into it, from descriptor %1.</source>
        <translation>
            <numerusform>Vùng đệm ứng dụng: lần đọc gần nhất đã đưa vào %n byte, từ descriptor %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing read yet</source>
        <translation>chưa đọc gì</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more sockets</source>
        <translation>
            <numerusform>… và %n socket nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>hàng đợi accept</translation>
    </message>
    <message>
        <source>receive buffer</source>
        <translation>vùng đệm nhận</translation>
    </message>
    <message>
        <source>PROCESS (user space)</source>
        <translation>TIẾN TRÌNH (không gian người dùng)</translation>
    </message>
    <message>
        <source>KERNEL</source>
        <translation>HẠT NHÂN</translation>
    </message>
    <message>
        <source>%1 · tid %2</source>
        <comment>a thread and its Linux thread id</comment>
        <translation>%1 · tid %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long a thread has been in its state</comment>
        <translation>đã %1</translation>
    </message>
    <message>
        <source>how it is known: %1</source>
        <translation>cách biết: %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more clients</source>
        <translation>
            <numerusform>… và %n client nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>its calls are not recorded</source>
        <comment>a program outside this one</comment>
        <translation>lời gọi của nó không được ghi</translation>
    </message>
    <message>
        <source>step %1 · %2</source>
        <comment>step number and time of the instant shown</comment>
        <translation>bước %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more threads</source>
        <translation>
            <numerusform>… và %n luồng nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <comment>legend of the timeline</comment>
        <translation>đang chạy</translation>
    </message>
    <message>
        <source>asleep, waiting for data</source>
        <comment>legend of the timeline</comment>
        <translation>ngủ, chờ dữ liệu đến</translation>
    </message>
    <message>
        <source>copying</source>
        <comment>legend of the timeline</comment>
        <translation>copy</translation>
    </message>
    <message>
        <source>other system call</source>
        <comment>legend of the timeline</comment>
        <translation>lời gọi hệ thống khác</translation>
    </message>
    <message>
        <source>arrives in the kernel</source>
        <comment>legend of the timeline</comment>
        <translation>đến hạt nhân</translation>
    </message>
    <message>
        <source>held at the gate</source>
        <comment>legend of the timeline</comment>
        <translation>bị giữ ở chốt</translation>
    </message>
    <message>
        <source>Events not recorded because there was no room: %1. Gaps may hide calls.</source>
        <translation>Số sự kiện không ghi được vì hết chỗ: %1. Những chỗ hở có thể che khuất vài lời gọi.</translation>
    </message>
    <message>
        <source>Threads were held at the gate: timings are not representative.</source>
        <translation>Các luồng đã bị giữ ở chốt: thời gian đo không tiêu biểu.</translation>
    </message>
    <message>
        <source>not recorded</source>
        <comment>a measured figure</comment>
        <translation>không ghi</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a part, the whole</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>system calls of the server</source>
        <translation>lời gọi hệ thống của server</translation>
    </message>
    <message>
        <source>of these, calls that slept</source>
        <translation>trong đó, số lần ngủ</translation>
    </message>
    <message>
        <source>failed polls</source>
        <translation>lần hỏi chưa có gì</translation>
    </message>
    <message>
        <source>CPU time of the server&apos;s thread</source>
        <translation>thời gian CPU của luồng server</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>lần chờ lâu nhất</translation>
    </message>
    <message>
        <source>bytes received</source>
        <translation>byte đã nhận</translation>
    </message>
    <message>
        <source>bytes sent</source>
        <translation>byte đã gửi</translation>
    </message>
    <message>
        <source>context switches (voluntary + forced)</source>
        <translation>số lần chuyển ngữ cảnh (tự nguyện + bị ép)</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>two counts</comment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>events recorded so far</source>
        <translation>sự kiện đã ghi đến lúc này</translation>
    </message>
    <message>
        <source>events lost</source>
        <translation>sự kiện bị mất</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a measured figure, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>accept() makes a new socket</source>
        <comment>beside an arrow</comment>
        <translation>accept() tạo socket mới</translation>
    </message>
    <message>
        <source>2 end of file</source>
        <comment>beside an arrow</comment>
        <translation>2 hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>2 copy</source>
        <comment>beside an arrow: the second phase of a read</comment>
        <translation>2 copy</translation>
    </message>
    <message>
        <source>copy into the kernel</source>
        <comment>beside an arrow</comment>
        <translation>copy vào hạt nhân</translation>
    </message>
    <message>
        <source>to the client</source>
        <comment>beside an arrow</comment>
        <translation>tới client</translation>
    </message>
    <message>
        <source>connects</source>
        <comment>a client, beside an arrow</comment>
        <translation>kết nối</translation>
    </message>
    <message>
        <source>1 data arrives</source>
        <comment>beside an arrow: the first phase of a read ends</comment>
        <translation>1 dữ liệu đến</translation>
    </message>
    <message>
        <source>end of file (FIN)</source>
        <comment>beside an arrow</comment>
        <translation>hết dữ liệu (FIN)</translation>
    </message>
    <message>
        <source>reset (RST)</source>
        <comment>beside an arrow</comment>
        <translation>reset (RST)</translation>
    </message>
    <message>
        <source>the variable now</source>
        <comment>a row of bits</comment>
        <translation>biến lúc này</translation>
    </message>
    <message>
        <source>outside · port %1</source>
        <comment>a client that is another program</comment>
        <translation>bên ngoài · cổng %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <comment>a client that is another program</comment>
        <translation>cổng %1</translation>
    </message>
    <message>
        <source>Application buffer: nothing has been read into it lately.</source>
        <translation>Vùng đệm ứng dụng: gần đây chưa đọc gì vào.</translation>
    </message>
    <message>
        <source>nothing read lately</source>
        <translation>gần đây chưa đọc gì</translation>
    </message>
    <message>
        <source>arrived within this stretch</source>
        <comment>legend of the timeline: hatched</comment>
        <translation>đến trong khoảng này</translation>
    </message>
    <message numerus="yes">
        <source>%n more in use</source>
        <comment>slots of client_FD[]</comment>
        <translation>
            <numerusform>%n ô nữa đang dùng</numerusform>
        </translation>
    </message>
    <message>
        <source>After step %1 of %2</source>
        <comment>numbers of the step before and of the last step</comment>
        <translation>Sau bước %1 / %2</translation>
    </message>
    <message>
        <source>%1 to %2 waiting</source>
        <comment>how many bytes, while more are being sent</comment>
        <translation>%1 đến %2 đang chờ</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: they belong to select().</source>
        <translation>Server này không dùng tập descriptor: chúng thuộc về select().</translation>
    </message>
    <message>
        <source>free: poll() passes it over</source>
        <translation>trống: poll() bỏ qua</translation>
    </message>
    <message>
        <source>revents: the kernel’s answer. events stay as they were.</source>
        <translation>revents: hạt nhân trả lời. events vẫn như cũ.</translation>
    </message>
    <message>
        <source>… %1 earlier calls</source>
        <comment>system calls</comment>
        <translation>… %1 lời gọi trước đó</translation>
    </message>
    <message numerus="yes">
        <source>%n steps in the program</source>
        <comment>between two system calls</comment>
        <translation>
            <numerusform>%n bước trong chương trình</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has made no system call yet.</source>
        <translation>Server chưa thực hiện lời gọi hệ thống nào.</translation>
    </message>
    <message>
        <source>process blocks</source>
        <comment>it sleeps in a call</comment>
        <translation>tiến trình bị chặn</translation>
    </message>
    <message>
        <source>not returned yet</source>
        <comment>a call</comment>
        <translation>chưa trả về</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>a duration</comment>
        <translation>đã %1</translation>
    </message>
    <message>
        <source>wait for a connection</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ kết nối đến</translation>
    </message>
    <message>
        <source>wait for room in the queue</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ chỗ trong hàng đợi</translation>
    </message>
    <message>
        <source>wait for room in the buffer</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ chỗ trong vùng đệm</translation>
    </message>
    <message>
        <source>wait for the time to pass</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ hết thời gian</translation>
    </message>
    <message>
        <source>wait for data</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ dữ liệu đến</translation>
    </message>
    <message>
        <source>is woken</source>
        <comment>a thread that waited, beside an arrow into the kernel</comment>
        <translation>bị đánh thức</translation>
    </message>
    <message>
        <source>a connection arrives</source>
        <comment>beside an arrow into the kernel</comment>
        <translation>kết nối đến</translation>
    </message>
    <message>
        <source>end of file arrives</source>
        <comment>beside an arrow into the kernel</comment>
        <translation>hết dữ liệu (FIN) đến</translation>
    </message>
    <message>
        <source>data arrives</source>
        <comment>beside an arrow into the kernel</comment>
        <translation>dữ liệu đến</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what arrives, how it is known when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 within %2&apos;s %3()</source>
        <comment>what arrives, the sender, its call</comment>
        <translation>%1 trong lúc %2 gọi %3()</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is waited for, how long</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>boundary: %1</source>
        <comment>between two phases, how it is known</comment>
        <translation>ranh giới: %1</translation>
    </message>
    <message>
        <source>copy data from kernel to user</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>copy dữ liệu từ hạt nhân vào ứng dụng</translation>
    </message>
    <message>
        <source>%1; both phases: %2</source>
        <comment>bytes, duration</comment>
        <translation>%1; cả hai giai đoạn: %2</translation>
    </message>
    <message>
        <source>%1 in %2, waking up included</source>
        <comment>bytes, duration</comment>
        <translation>%1 trong %2, kể cả lúc thức dậy</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>bytes, duration</comment>
        <translation>%1 trong %2</translation>
    </message>
    <message>
        <source>nothing there yet</source>
        <comment>a call returns at once</comment>
        <translation>chưa có gì</translation>
    </message>
    <message>
        <source>asked %1 times in %2</source>
        <comment>number, duration</comment>
        <translation>hỏi %1 lần trong %2</translation>
    </message>
    <message>
        <source>0: time is up</source>
        <comment>the result of a call</comment>
        <translation>0: hết thời gian chờ</translation>
    </message>
    <message>
        <source>0: end of file</source>
        <comment>the result of a call</comment>
        <translation>0: hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>a duration</comment>
        <translation>nhiều nhất %1</translation>
    </message>
    <message>
        <source>Calls and returns</source>
        <comment>title of a figure</comment>
        <translation>Gọi và trả về</translation>
    </message>
    <message>
        <source>%1 in at most %2, waking up included</source>
        <comment>bytes, duration</comment>
        <translation>%1 trong nhiều nhất %2, kể cả lúc thức dậy</translation>
    </message>
    <message>
        <source>%1: its handler begins</source>
        <comment>a signal</comment>
        <translation>%1: vào hàm xử lý</translation>
    </message>
    <message>
        <source>%1, descriptor %2: its handler begins</source>
        <comment>a signal</comment>
        <translation>%1, descriptor %2: vào hàm xử lý</translation>
    </message>
    <message>
        <source>signal, si_code %1</source>
        <comment>from the kernel</comment>
        <translation>tín hiệu, si_code %1</translation>
    </message>
    <message numerus="yes">
        <source>signal, si_code %1; %n arrivals (inferred)</source>
        <comment>from the kernel</comment>
        <translation>
            <numerusform>tín hiệu, si_code %1; cho %n việc (suy ra)</numerusform>
        </translation>
    </message>
    <message>
        <source>in the handler: %1</source>
        <comment>of a signal</comment>
        <translation>trong hàm xử lý: %1</translation>
    </message>
    <message>
        <source>C LIBRARY, KERNEL</source>
        <translation>THƯ VIỆN C, HẠT NHÂN</translation>
    </message>
    <message>
        <source>wait until a read is complete</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ đến khi một lần đọc hoàn tất</translation>
    </message>
    <message>
        <source>returns at once: the read goes on without it</source>
        <comment>aio_read()</comment>
        <translation>trả về ngay: việc đọc vẫn tiếp tục</translation>
    </message>
    <message>
        <source>not complete yet</source>
        <comment>a request</comment>
        <translation>chưa hoàn tất</translation>
    </message>
    <message>
        <source>is complete</source>
        <comment>a request</comment>
        <translation>đã hoàn tất</translation>
    </message>
    <message>
        <source>phase 2 was: at most %1</source>
        <comment>a duration</comment>
        <translation>giai đoạn 2: nhiều nhất %1</translation>
    </message>
    <message>
        <source>phase 1 was: %1, phase 2: at most %2</source>
        <comment>two durations</comment>
        <translation>giai đoạn 1: %1, giai đoạn 2: nhiều nhất %2</translation>
    </message>
    <message>
        <source>the data is in the buffer already</source>
        <comment>aio_return()</comment>
        <translation>dữ liệu đã nằm sẵn trong vùng đệm</translation>
    </message>
    <message>
        <source>is complete: request %1</source>
        <comment>a signal</comment>
        <translation>đã hoàn tất: yêu cầu %1</translation>
    </message>
    <message>
        <source>library thread (seen from outside)</source>
        <comment>a column&apos;s title</comment>
        <translation>luồng của thư viện (quan sát từ bên ngoài)</translation>
    </message>
    <message>
        <source>tid %1 sleeps in %2()</source>
        <comment>a thread, a system call</comment>
        <translation>tid %1 ngủ trong %2()</translation>
    </message>
    <message>
        <source>tid %1 is in %2()</source>
        <comment>a thread, a system call</comment>
        <translation>tid %1 ở trong %2()</translation>
    </message>
    <message>
        <source>none: it waits for one (inferred)</source>
        <comment>a thread for a request</comment>
        <translation>chưa có: đang chờ luồng (suy ra)</translation>
    </message>
    <message numerus="yes">
        <source>%n requests outstanding</source>
        <translation>
            <numerusform>%n yêu cầu đang chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads of the C library at a descriptor (seen from outside)</source>
        <translation>
            <numerusform>%n luồng của thư viện C đang ở một descriptor (quan sát từ bên ngoài)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without work</source>
        <comment>threads of the C library</comment>
        <translation>
            <numerusform>%n luồng rảnh</numerusform>
        </translation>
    </message>
    <message>
        <source>asked for by aio_read(), which returned at once; waiting and copying go on beside the program</source>
        <translation>aio_read() yêu cầu rồi trả về ngay; việc chờ và copy diễn ra bên cạnh chương trình</translation>
    </message>
    <message>
        <source>No read has been asked for yet.</source>
        <translation>Chưa có yêu cầu đọc nào.</translation>
    </message>
    <message>
        <source>tid %1 waits</source>
        <comment>a thread of the C library</comment>
        <translation>tid %1 chờ</translation>
    </message>
    <message>
        <source>no thread yet</source>
        <comment>of the C library, for a request</comment>
        <translation>chưa có luồng</translation>
    </message>
    <message>
        <source>asked for: EINPROGRESS</source>
        <comment>beside an arrow: a read</comment>
        <translation>đã yêu cầu: EINPROGRESS</translation>
    </message>
    <message>
        <source>calls into the C library (aio)</source>
        <translation>lời gọi vào thư viện C (aio)</translation>
    </message>
    <message>
        <source>Comparison of the models</source>
        <comment>title of a figure</comment>
        <translation>So sánh các mô hình</translation>
    </message>
    <message>
        <source>blocked: waits for data (phase 1)</source>
        <translation>bị chặn: chờ dữ liệu đến (giai đoạn 1)</translation>
    </message>
    <message>
        <source>copies (phase 2)</source>
        <translation>copy (giai đoạn 2)</translation>
    </message>
    <message>
        <source>in another call</source>
        <translation>trong lời gọi khác</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>chạy</translation>
    </message>
    <message>
        <source>from the one to the other, when exactly is not known</source>
        <translation>chuyển từ chờ sang copy, không rõ chính xác lúc nào</translation>
    </message>
    <message>
        <source>%1. Phase 1: %2. Phase 2: %3; %4.</source>
        <comment>a model, three descriptions</comment>
        <translation>%1. Giai đoạn 1: %2. Giai đoạn 2: %3; %4.</translation>
    </message>
    <message>
        <source>Phase 1: waiting for one message</source>
        <translation>Giai đoạn 1: chờ một thông điệp</translation>
    </message>
    <message>
        <source>Phase 2: from the client&apos;s send() (0) to the answer, magnified</source>
        <translation>Giai đoạn 2: từ send() của client (0) đến lúc trả lời, phóng to</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a model, a measured figure, its value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: median %3, all runs %4</source>
        <comment>a model, a measured figure, values</comment>
        <translation>%1, %2: trung vị %3, mọi lần chạy %4</translation>
    </message>
    <message numerus="yes">
        <source>asleep in nanosleep() between polls: %n failed calls in %1</source>
        <translation>
            <numerusform>ngủ trong nanosleep() giữa các lần hỏi: %n lần chưa có gì trong %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never blocked, polling: %n failed calls in %1</source>
        <translation>
            <numerusform>không bị chặn, hỏi liên tục: %n lần chưa có gì trong %1</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked in %1() for %2</source>
        <comment>a call, a duration</comment>
        <translation>bị chặn trong %1() suốt %2</translation>
    </message>
    <message>
        <source>not blocked: computes on, %1 of %2</source>
        <comment>two durations</comment>
        <translation>không bị chặn: tính toán tiếp, %1 trên %2</translation>
    </message>
    <message>
        <source>busy: the message has to wait</source>
        <translation>đang bận: thông điệp phải chờ</translation>
    </message>
    <message>
        <source>in the same %1(): wake-up and copy %2</source>
        <comment>a call, a duration</comment>
        <translation>vẫn trong %1() đó: thức dậy và copy %2</translation>
    </message>
    <message>
        <source>%1() in the signal&apos;s handler copies: %2</source>
        <comment>a call, a duration</comment>
        <translation>%1() trong hàm xử lý tín hiệu copy: %2</translation>
    </message>
    <message>
        <source>%1() copies: %2</source>
        <comment>a call, a duration</comment>
        <translation>%1() copy: %2</translation>
    </message>
    <message>
        <source>copied before; %1() tells of it</source>
        <comment>a call</comment>
        <translation>đã copy xong từ trước; %1() báo lại</translation>
    </message>
    <message>
        <source>copied before, by the kernel or the C library</source>
        <translation>đã copy xong từ trước, do hạt nhân hoặc thư viện C</translation>
    </message>
    <message>
        <source>in hand after %1</source>
        <comment>a duration</comment>
        <translation>đọc xong sau %1</translation>
    </message>
    <message>
        <source>%1; a helper thread waits in %2(), seen from outside</source>
        <comment>what the server does, a call</comment>
        <translation>%1; một luồng của thư viện chờ trong %2(), quan sát từ bên ngoài</translation>
    </message>
    <message>
        <source>interest list</source>
        <comment>of epoll</comment>
        <translation>danh sách theo dõi</translation>
    </message>
    <message>
        <source>ready now</source>
        <comment>a descriptor in epoll&apos;s ready list, inferred</comment>
        <translation>đang sẵn sàng</translation>
    </message>
    <message>
        <source>epoll_wait() told</source>
        <translation>epoll_wait() đã báo</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>a descriptor in epoll&apos;s ready list</comment>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>EPOLLET, edge: epoll_wait() tells of a descriptor once for each arrival.</source>
        <translation>EPOLLET, theo sườn: mỗi lần dữ liệu đến, epoll_wait() chỉ báo về descriptor một lần.</translation>
    </message>
    <message>
        <source>Level: epoll_wait() tells of a descriptor each time, as long as it is ready.</source>
        <translation>Theo mức: epoll_wait() báo về descriptor mỗi lần được gọi, chừng nào nó còn sẵn sàng.</translation>
    </message>
    <message>
        <source>The interest list is empty. The kernel keeps it.</source>
        <translation>Danh sách theo dõi còn rỗng. Hạt nhân giữ danh sách này.</translation>
    </message>
    <message>
        <source>The kernel keeps both lists. What is ready now is inferred from the recorded calls.</source>
        <translation>Hạt nhân giữ cả hai danh sách. Descriptor nào đang sẵn sàng là suy ra từ các lời gọi đã ghi.</translation>
    </message>
    <message>
        <source>a thread only to tell</source>
        <comment>started by the C library, beside an arrow to the program</comment>
        <translation>một luồng chỉ để báo tin</translation>
    </message>
    <message>
        <source>in a signal&apos;s handler</source>
        <comment>legend of the timeline</comment>
        <translation>trong hàm xử lý tín hiệu</translation>
    </message>
    <message>
        <source>signals delivered</source>
        <translation>tín hiệu đã chuyển đến</translation>
    </message>
    <message>
        <source>work of the main flow (primes found)</source>
        <translation>việc của chương trình chính (số nguyên tố tìm được)</translation>
    </message>
    <message>
        <source>submission ring</source>
        <comment>of io_uring</comment>
        <translation>vòng submission (SQ)</translation>
    </message>
    <message>
        <source>in the kernel’s hands</source>
        <comment>operations of io_uring</comment>
        <translation>hạt nhân đang giữ</translation>
    </message>
    <message>
        <source>completion ring</source>
        <comment>of io_uring</comment>
        <translation>vòng completion (CQ)</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <comment>in a ring</comment>
        <translation>
            <numerusform>%n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>head</source>
        <comment>of a ring</comment>
        <translation>head</translation>
    </message>
    <message>
        <source>tail</source>
        <comment>of a ring</comment>
        <translation>tail</translation>
    </message>
    <message>
        <source>head = tail</source>
        <comment>of an empty ring</comment>
        <translation>head = tail</translation>
    </message>
    <message>
        <source>A free place of the submission ring.</source>
        <translation>Một chỗ trống của vòng submission.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>operations</comment>
        <translation>
            <numerusform>và %n nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>no operation is in the kernel&apos;s hands</comment>
        <translation>không có</translation>
    </message>
    <message>
        <source>A free place of the completion ring.</source>
        <translation>Một chỗ trống của vòng completion.</translation>
    </message>
    <message>
        <source>Memory that the program and the kernel share. Dashed: inferred from what came.</source>
        <translation>Vùng nhớ chung của chương trình và hạt nhân. Nét đứt: suy ra từ những gì đã đến.</translation>
    </message>
    <message>
        <source>Asked and answered</source>
        <comment>title of a figure</comment>
        <translation>Hỏi và trả lời</translation>
    </message>
    <message>
        <source>wait for urgent data</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ dữ liệu khẩn</translation>
    </message>
    <message>
        <source>wait until one is ready</source>
        <comment>beside a bracket in the kernel</comment>
        <translation>chờ đến khi có descriptor sẵn sàng</translation>
    </message>
    <message>
        <source>urgent data arrives</source>
        <comment>beside an arrow into the kernel</comment>
        <translation>dữ liệu khẩn đến</translation>
    </message>
    <message>
        <source>waiting for room in a send buffer</source>
        <translation>chờ vùng đệm gửi có chỗ</translation>
    </message>
    <message>
        <source>waiting for urgent data</source>
        <translation>chờ dữ liệu khẩn</translation>
    </message>
    <message>
        <source>waiting for one to be ready</source>
        <translation>chờ một descriptor sẵn sàng</translation>
    </message>
    <message>
        <source>room again</source>
        <comment>in a socket&apos;s send buffer, as select() answered</comment>
        <translation>lại có chỗ</translation>
    </message>
    <message>
        <source>waits for room</source>
        <comment>in a socket&apos;s send buffer: select() is asked about it</comment>
        <translation>chờ có chỗ</translation>
    </message>
    <message>
        <source>ready: urgent</source>
        <comment>a socket, as select() answered</comment>
        <translation>sẵn sàng: khẩn</translation>
    </message>
    <message>
        <source>+ 1 urgent</source>
        <comment>byte, beside those in the receive buffer</comment>
        <translation>+ 1 khẩn</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a measured figure</comment>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>This server keeps no table of clients: each operation in the rings names its client&apos;s descriptor.</source>
        <translation>Server này không giữ bảng client: mỗi thao tác trong hai vòng đều nêu descriptor của client.</translation>
    </message>
    <message>
        <source>This server keeps no table of clients: the kernel keeps a list of their descriptors, epoll&apos;s interest list.</source>
        <translation>Server này không giữ bảng client: hạt nhân giữ danh sách descriptor của chúng, tức danh sách theo dõi của epoll.</translation>
    </message>
    <message>
        <source>This server keeps no table of clients: the datagrams of all of them come to one socket.</source>
        <translation>Server này không giữ bảng client: datagram của mọi client đều đến cùng một socket.</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: it has io_uring&apos;s two rings. They are closed now.</source>
        <translation>Server này không giữ tập descriptor nào: nó có hai vòng (ring) của io_uring. Giờ chúng đã đóng.</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: it will have io_uring&apos;s two rings, in which it hands operations to the kernel. They have not been made yet.</source>
        <translation>Server này không giữ tập descriptor nào: nó sẽ có hai vòng (ring) của io_uring, qua đó nó giao thao tác cho hạt nhân. Chúng chưa được tạo.</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: the kernel keeps epoll&apos;s interest list. It is closed now.</source>
        <translation>Server này không giữ tập descriptor nào: hạt nhân giữ danh sách theo dõi (interest list) của epoll. Giờ danh sách đó đã đóng.</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: the kernel will keep a list of them, epoll&apos;s interest list. It has not been made yet.</source>
        <translation>Server này không giữ tập descriptor nào: hạt nhân sẽ giữ danh sách của chúng, danh sách theo dõi (interest list) của epoll. Danh sách đó chưa được tạo.</translation>
    </message>
    <message>
        <source>This server keeps no descriptor sets: it passes poll() an array of pollfd. It has not called it yet.</source>
        <translation>Server này không giữ tập descriptor nào: nó đưa cho poll() một mảng pollfd. Nó chưa gọi poll() lần nào.</translation>
    </message>
    <message>
        <source>No read is outstanding: every descriptor that one was asked for on is closed now.</source>
        <translation>Không còn yêu cầu đọc nào: mọi descriptor từng có yêu cầu đọc giờ đều đã đóng.</translation>
    </message>
    <message>
        <source>asleep in nanosleep() for %1: the message has to wait</source>
        <comment>a duration</comment>
        <translation>ngủ trong nanosleep() %1: thông điệp phải chờ</translation>
    </message>
    <message>
        <source>calls that find nothing</source>
        <translation>lời gọi chưa thấy gì</translation>
    </message>
    <message>
        <source>%1 to %2 connections waiting</source>
        <comment>in the accept queue, while more are being made</comment>
        <translation>%1 đến %2 kết nối đang chờ</translation>
    </message>
    <message>
        <source>nothing there yet</source>
        <comment>legend of the timeline</comment>
        <translation>chưa có gì</translation>
    </message>
    <message>
        <source>a reset arrives</source>
        <comment>beside an arrow into the kernel</comment>
        <translation>RST đến</translation>
    </message>
    <message>
        <source>closed, but a call keeps it</source>
        <comment>in place of a receive buffer&apos;s content</comment>
        <translation>đã đóng, nhưng một lời gọi giữ</translation>
    </message>
    <message>
        <source>at most %1, then reset</source>
        <comment>how many bytes</comment>
        <translation>nhiều nhất %1, rồi RST</translation>
    </message>
    <message>
        <source>%1, then reset</source>
        <comment>how many bytes</comment>
        <translation>%1, rồi RST</translation>
    </message>
    <message>
        <source>FIN or RST</source>
        <comment>beside an arrow: what the recording does not tell</comment>
        <translation>FIN hoặc RST</translation>
    </message>
    <message>
        <source>at least %1 waiting</source>
        <comment>how many bytes, while more are in the sender&apos;s buffer</comment>
        <translation>ít nhất %1 đang chờ</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a number that is not known exactly</comment>
        <translation>%1 đến %2</translation>
    </message>
    <message numerus="yes">
        <source>… %1 earlier calls, %n more polls in turn</source>
        <comment>system calls; some that are being repeated</comment>
        <translation>
            <numerusform>… %1 lời gọi trước đó, còn %n lời gọi polling luân phiên</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has made no system call in these steps.</source>
        <translation>Trong các bước này server không thực hiện lời gọi hệ thống nào.</translation>
    </message>
    <message>
        <source>no descriptor is left</source>
        <comment>a call returns at once</comment>
        <translation>hết descriptor</translation>
    </message>
    <message>
        <source>asked again and again, for %1</source>
        <comment>duration</comment>
        <translation>hỏi đi hỏi lại, đã %1</translation>
    </message>
    <message>
        <source>copying and telling of it (phase 2)</source>
        <translation>copy và báo (giai đoạn 2)</translation>
    </message>
    <message>
        <source>asked of the kernel; none found ready so far</source>
        <translation>đang hỏi hạt nhân; cho đến giờ chưa phần tử nào sẵn sàng</translation>
    </message>
    <message>
        <source>again and again, for %1</source>
        <comment>a thread that polls, and how long already</comment>
        <translation>hỏi đi hỏi lại, đã %1</translation>
    </message>
    <message>
        <source>%1: %2, later than the instant shown.</source>
        <comment>thread, call</comment>
        <translation>%1: %2, muộn hơn thời điểm đang xem.</translation>
    </message>
    <message>
        <source>more than %1</source>
        <comment>a count</comment>
        <translation>hơn %1</translation>
    </message>
    <message>
        <source>sends</source>
        <comment>a client, beside an arrow</comment>
        <translation>gửi</translation>
    </message>
    <message numerus="yes">
        <source>%n connections: full</source>
        <comment>an accept queue</comment>
        <translation>
            <numerusform>%n kết nối: đầy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datagrams: %1</source>
        <comment>in a receive buffer, and their bytes in all</comment>
        <translation>
            <numerusform>%n datagram: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <comment>datagrams, for which a receive buffer had no room</comment>
        <translation>
            <numerusform>%n bị loại bỏ</numerusform>
        </translation>
    </message>
    <message>
        <source>an empty datagram</source>
        <comment>beside an arrow</comment>
        <translation>một datagram rỗng</translation>
    </message>
    <message>
        <source>waiting for a connection (phase 1)</source>
        <translation>chờ kết nối đến (giai đoạn 1)</translation>
    </message>
    <message>
        <source>at least %1 of %2</source>
        <comment>a part, the whole</comment>
        <translation>ít nhất %1 trong %2</translation>
    </message>
    <message>
        <source>at least %1 + %2</source>
        <comment>two counts</comment>
        <translation>ít nhất %1 + %2</translation>
    </message>
    <message>
        <source>%1, which is right, has nothing here.</source>
        <comment>a listing&apos;s file</comment>
        <translation>%1, bản đúng, không có gì ở đây.</translation>
    </message>
    <message>
        <source>%1, which is right, has here: %2</source>
        <comment>a listing&apos;s file, its lines</comment>
        <translation>%1, bản đúng, ở đây có: %2</translation>
    </message>
    <message>
        <source>Terminal</source>
        <comment>title of a figure</comment>
        <translation>Terminal</translation>
    </message>
    <message numerus="yes">
        <source>… %n more byte(s)</source>
        <comment>written to a terminal, not recorded</comment>
        <translation>
            <numerusform>… thêm %n byte</numerusform>
        </translation>
    </message>
    <message>
        <source>The program has written: %1</source>
        <translation>Chương trình đã ghi ra: %1</translation>
    </message>
    <message>
        <source>Ctrl-D was pressed: end of file.</source>
        <translation>Ctrl-D đã được nhấn: hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Đã gõ: %1</translation>
    </message>
    <message>
        <source>Nothing was typed, and nothing has been written.</source>
        <translation>Chưa ai gõ gì, và cũng chưa có gì được ghi ra.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) read ahead: they are in the program, and select() does not see them. The next fgets() gives them.</source>
        <translation>
            <numerusform>%n byte đã đọc trước: chúng nằm trong chương trình nên select() không thấy. Lần gọi fgets() kế tiếp sẽ đưa chúng ra.</numerusform>
        </translation>
    </message>
    <message>
        <source>empty: fgets() would have to call read()</source>
        <translation>trống: fgets() sẽ phải gọi read()</translation>
    </message>
    <message>
        <source>The C library&apos;s buffer (stdio)</source>
        <translation>Vùng đệm của thư viện C (stdio)</translation>
    </message>
    <message>
        <source>kernel: select() sees what is below this line</source>
        <translation>hạt nhân: select() chỉ thấy phía dưới đường này</translation>
    </message>
    <message>
        <source>Descriptor 0: the pipe&apos;s buffer</source>
        <translation>Descriptor 0: vùng đệm của đường ống</translation>
    </message>
    <message>
        <source>Descriptor 0: the line buffer of terminal /dev/pts/%1</source>
        <translation>Descriptor 0: vùng đệm dòng của terminal /dev/pts/%1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) wait to be read</source>
        <translation>
            <numerusform>%n byte đang chờ được đọc</numerusform>
        </translation>
    </message>
    <message>
        <source>end of file: the next read() returns 0</source>
        <translation>hết dữ liệu (EOF): read() kế tiếp trả về 0</translation>
    </message>
    <message>
        <source>no Enter yet: a read() sees nothing of it</source>
        <translation>chưa nhấn Enter: read() chưa thấy gì</translation>
    </message>
    <message>
        <source>empty: a read() would sleep</source>
        <translation>trống: gọi read() thì sẽ ngủ</translation>
    </message>
    <message>
        <source>This program has no terminal.</source>
        <translation>Chương trình này không có terminal.</translation>
    </message>
    <message>
        <source>in its queue: %1</source>
        <comment>connections or datagrams</comment>
        <translation>trong hàng đợi: %1</translation>
    </message>
    <message>
        <source>in its queue: not known</source>
        <translation>trong hàng đợi: không rõ</translation>
    </message>
    <message>
        <source>to be read: not known</source>
        <translation>chờ đọc: không rõ</translation>
    </message>
    <message>
        <source>to be read: nothing</source>
        <translation>chờ đọc: chưa có gì</translation>
    </message>
    <message>
        <source>to be read: %1</source>
        <comment>bytes</comment>
        <translation>chờ đọc: %1</translation>
    </message>
    <message>
        <source>terminal of %1</source>
        <comment>a program&apos;s letter</comment>
        <translation>terminal của %1</translation>
    </message>
    <message>
        <source>connected socket</source>
        <translation>socket đã kết nối</translation>
    </message>
    <message>
        <source>PROCESSES (user space)</source>
        <translation>TIẾN TRÌNH (không gian người dùng)</translation>
    </message>
    <message>
        <source>descriptor table of %1</source>
        <comment>a program&apos;s letter</comment>
        <translation>bảng descriptor của %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more descriptors</source>
        <translation>
            <numerusform>… và %n descriptor nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>each statement as it was typed and executed</source>
        <translation>từng câu lệnh, đúng như đã gõ và đã chạy</translation>
    </message>
    <message>
        <source>The two phases of a read</source>
        <comment>title of a figure</comment>
        <translation>Hai giai đoạn của một lần đọc</translation>
    </message>
    <message>
        <source>%1: a read may be started</source>
        <comment>a signal</comment>
        <translation>%1: có thể bắt đầu đọc</translation>
    </message>
    <message>
        <source>%1: the read is complete</source>
        <comment>a signal</comment>
        <translation>%1: đã đọc xong</translation>
    </message>
    <message>
        <source>a thread only to tell: the read is complete</source>
        <translation>một luồng chỉ để báo: đã đọc xong</translation>
    </message>
    <message>
        <source>time</source>
        <comment>head of an axis</comment>
        <translation>thời gian</translation>
    </message>
    <message>
        <source>copy</source>
        <comment>phase 2</comment>
        <translation>copy</translation>
    </message>
    <message>
        <source>handler</source>
        <comment>of a signal</comment>
        <translation>hàm xử lý</translation>
    </message>
    <message>
        <source>handler of %1</source>
        <comment>a signal</comment>
        <translation>hàm xử lý %1</translation>
    </message>
    <message>
        <source>started thread</source>
        <comment>by the C library, to tell of a completion</comment>
        <translation>luồng được tạo</translation>
    </message>
    <message>
        <source>Phase 1: wait for data</source>
        <translation>Giai đoạn 1: chờ dữ liệu đến</translation>
    </message>
    <message>
        <source>Phase 2: copy</source>
        <translation>Giai đoạn 2: copy</translation>
    </message>
    <message>
        <source>True scale</source>
        <translation>Đúng tỉ lệ</translation>
    </message>
    <message>
        <source>axis not broken</source>
        <translation>không đứt trục</translation>
    </message>
    <message>
        <source>%1 (drawn thicker)</source>
        <comment>a phase and its duration</comment>
        <translation>%1 (vẽ dày hơn thật)</translation>
    </message>
    <message>
        <source>1 px = %1</source>
        <comment>a duration</comment>
        <translation>1 px = %1</translation>
    </message>
    <message>
        <source>A real run over UDP. 0: the client calls %1(). Distances on the axis are not to scale.</source>
        <translation>Một lần chạy thật qua UDP; 0 là lúc client gọi %1(); khoảng cách trên trục không theo tỉ lệ.</translation>
    </message>
    <message>
        <source>A real run over TCP. 0: the client calls %1(). Distances on the axis are not to scale.</source>
        <translation>Một lần chạy thật qua TCP; 0 là lúc client gọi %1(); khoảng cách trên trục không theo tỉ lệ.</translation>
    </message>
    <message>
        <source>This picture needs a read by one of the five models of the book that has brought data, and a recording that tells when that came: there is none yet.</source>
        <translation>Hình này cần một lần đọc theo một trong năm mô hình của sách đã lấy được dữ liệu, và bản ghi phải cho biết dữ liệu đến lúc nào: chưa có lần nào.</translation>
    </message>
    <message>
        <source>Figure %1 · %2</source>
        <comment>of the book, the model</comment>
        <translation>Hình %1 · %2</translation>
    </message>
    <message>
        <source>`%1()`</source>
        <comment>beside Blocking I/O</comment>
        <translation>vào/ra chặn: `%1()`</translation>
    </message>
    <message>
        <source>The process sleeps in `%1()` through both phases: it waits for data, then the data is copied.</source>
        <translation>Tiến trình ngủ trong `%1()` suốt cả hai giai đoạn: chờ dữ liệu đến, rồi copy.</translation>
    </message>
    <message>
        <source>`%1()`</source>
        <comment>beside Non-blocking I/O</comment>
        <translation>vào/ra không chặn: `%1()`</translation>
    </message>
    <message>
        <source>As long as there is no data, `%1()` returns -1 at once; the process asks again and again (polling).</source>
        <translation>Chưa có dữ liệu thì `%1()` trả về -1 ngay; tiến trình hỏi lại, hỏi lại (polling).</translation>
    </message>
    <message>
        <source>`%1()`</source>
        <comment>beside I/O multiplexing</comment>
        <translation>ghép kênh vào/ra: `%1()`</translation>
    </message>
    <message>
        <source>The process sleeps in `%1()`, not in `%2()`: so it can wait for many sockets at once.</source>
        <translation>Tiến trình ngủ trong `%1()`, không ngủ trong `%2()`; nhờ thế nó chờ được nhiều socket cùng lúc.</translation>
    </message>
    <message>
        <source>Beyond the book · %1</source>
        <comment>a model</comment>
        <translation>Ngoài sách · %1</translation>
    </message>
    <message>
        <source>`%1`</source>
        <comment>beside Signal-driven I/O</comment>
        <translation>vào/ra theo tín hiệu: `%1`</translation>
    </message>
    <message>
        <source>The kernel sends a signal when a read may be started; until then the process does something else.</source>
        <translation>Hạt nhân gửi tín hiệu khi có thể bắt đầu đọc; trong lúc chờ, tiến trình làm việc khác.</translation>
    </message>
    <message>
        <source>`%1()`</source>
        <comment>beside Asynchronous I/O</comment>
        <translation>vào/ra bất đồng bộ: `%1()`</translation>
    </message>
    <message>
        <source>The program is told when the read is complete: kernel and library have done both phases for it.</source>
        <translation>Chương trình chỉ được báo khi đã đọc xong: cả hai giai đoạn do hạt nhân và thư viện làm thay.</translation>
    </message>
    <message>
        <source>A read that did not wait</source>
        <translation>Một lần đọc không phải chờ</translation>
    </message>
    <message>
        <source>The data was in the kernel&apos;s buffer when `%1()` was called: phase 1 was over before.</source>
        <translation>Khi `%1()` được gọi, dữ liệu đã ở trong vùng đệm của hạt nhân: giai đoạn 1 đã qua từ trước.</translation>
    </message>
    <message>
        <source>in %1()</source>
        <comment>it sleeps in a call</comment>
        <translation>trong %1()</translation>
    </message>
    <message>
        <source>process continues</source>
        <translation>tiến trình chạy tiếp</translation>
    </message>
    <message>
        <source>asks again</source>
        <comment>polling</comment>
        <translation>hỏi lại,</translation>
    </message>
    <message>
        <source>and again</source>
        <comment>polling</comment>
        <translation>hỏi lại</translation>
    </message>
    <message>
        <source>between polls asleep</source>
        <comment>polling</comment>
        <translation>giữa các lần hỏi: ngủ</translation>
    </message>
    <message>
        <source>does not wait</source>
        <comment>signal-driven I/O</comment>
        <translation>không chờ</translation>
    </message>
    <message>
        <source>does not wait</source>
        <comment>asynchronous I/O</comment>
        <translation>không chờ</translation>
    </message>
    <message>
        <source>for this read</source>
        <comment>asynchronous I/O</comment>
        <translation>lần đọc này</translation>
    </message>
    <message numerus="yes">
        <source>%n polls in vain</source>
        <translation>
            <numerusform>%n lần hỏi vô ích</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n polls in vain,
%1 each on average</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n lần hỏi vô ích,
trung bình %1 một lần</numerusform>
        </translation>
    </message>
    <message>
        <source>free; in this run it went on
to wait in %1() on descriptor %2</source>
        <comment>a call</comment>
        <translation>tự do; ở lần chạy này nó sang
chờ trong %1() ở descriptor %2</translation>
    </message>
    <message>
        <source>KERNEL, AND A THREAD OF THE C LIBRARY</source>
        <translation>HẠT NHÂN, và một luồng của thư viện C</translation>
    </message>
    <message>
        <source>%1; the receive buffer is empty</source>
        <comment>a duration</comment>
        <translation>%1; vùng đệm nhận rỗng</translation>
    </message>
    <message>
        <source>%1; the kernel lets nobody sleep</source>
        <comment>a duration</comment>
        <translation>%1; hạt nhân không cho ai ngủ</translation>
    </message>
    <message>
        <source>%1; no descriptor is ready</source>
        <comment>a duration</comment>
        <translation>%1; không descriptor nào sẵn sàng</translation>
    </message>
    <message>
        <source>%1; the process does not wait</source>
        <comment>a duration</comment>
        <translation>%1; tiến trình không chờ</translation>
    </message>
    <message>
        <source>%1; the library waits instead</source>
        <comment>a duration</comment>
        <translation>%1; thư viện chờ thay</translation>
    </message>
    <message>
        <source>phase 1: %1, asleep in %2()</source>
        <comment>a duration, a call</comment>
        <translation>giai đoạn 1: %1, ngủ trong %2()</translation>
    </message>
    <message>
        <source>phase 1: %1, polling</source>
        <comment>a duration</comment>
        <translation>giai đoạn 1: %1, hỏi liên tục</translation>
    </message>
    <message>
        <source>phase 1: %1, the process does not wait</source>
        <comment>a duration</comment>
        <translation>giai đoạn 1: %1, tiến trình không chờ</translation>
    </message>
    <message>
        <source>%1 copied by the library&apos;s thread,
the program told: at most %2</source>
        <comment>bytes, a duration</comment>
        <translation>luồng của thư viện copy %1
rồi báo: nhiều nhất %2</translation>
    </message>
    <message>
        <source>woken, and %1 copied into the
program&apos;s buffer: at most %2</source>
        <comment>bytes, a duration</comment>
        <translation>đánh thức và copy %1 vào vùng đệm
của ứng dụng: nhiều nhất %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>bytes, a duration</comment>
        <translation>%1 trong %2</translation>
    </message>
    <message>
        <source>phase 2: at most %1</source>
        <comment>a duration</comment>
        <translation>giai đoạn 2: nhiều nhất %1</translation>
    </message>
    <message>
        <source>phase 2: %1</source>
        <comment>a duration</comment>
        <translation>giai đoạn 2: %1</translation>
    </message>
    <message>
        <source>descriptor %1 is ready: wakes it up</source>
        <translation>descriptor %1 sẵn sàng: đánh thức</translation>
    </message>
    <message>
        <source>sends the thread a signal</source>
        <translation>gửi tín hiệu cho luồng</translation>
    </message>
    <message>
        <source>notes who is to get the signal</source>
        <translation>ghi nhớ ai nhận tín hiệu</translation>
    </message>
    <message>
        <source>a datagram arrives, %1</source>
        <comment>bytes</comment>
        <translation>datagram đến, %1</translation>
    </message>
    <message>
        <source>data arrives, %1</source>
        <comment>bytes</comment>
        <translation>dữ liệu đến, %1</translation>
    </message>
    <message>
        <source>in the kernel some time from 0 to %1</source>
        <comment>an instant</comment>
        <translation>vào hạt nhân trong khoảng từ 0 đến %1</translation>
    </message>
    <message>
        <source>in the kernel at 0</source>
        <translation>vào hạt nhân lúc 0</translation>
    </message>
    <message numerus="yes">
        <source>%n real runs, UDP</source>
        <translation>
            <numerusform>%n lần chạy thật, UDP</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real runs, TCP</source>
        <translation>
            <numerusform>%n lần chạy thật, TCP</numerusform>
        </translation>
    </message>
    <message>
        <source>0: the client calls send()</source>
        <translation>0: client gọi send()</translation>
    </message>
    <message>
        <source>in hand: +%1</source>
        <comment>a duration</comment>
        <translation>đọc xong: +%1</translation>
    </message>
    <message>
        <source>%1, %2. Phase 1: %3. Phase 2: %4</source>
        <comment>a model and what is said of it</comment>
        <translation>%1, %2. Giai đoạn 1: %3. Giai đoạn 2: %4</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bị chặn</translation>
    </message>
    <message>
        <source>free</source>
        <comment>legend: it need not wait</comment>
        <translation>tự do</translation>
    </message>
    <message>
        <source>copy: at most</source>
        <comment>legend</comment>
        <translation>copy: nhiều nhất</translation>
    </message>
    <message>
        <source>told</source>
        <comment>legend: by a signal&apos;s handler or a thread</comment>
        <translation>được báo</translation>
    </message>
    <message>
        <source>waits again</source>
        <comment>legend</comment>
        <translation>chờ tiếp</translation>
    </message>
    <message>
        <source>right side magnified %1 times</source>
        <comment>a number</comment>
        <translation>bên phải phóng to %1 lần</translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, one message each</source>
        <comment>title of a figure</comment>
        <translation>
            <numerusform>%n mô hình vào/ra, mỗi mô hình một thông điệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, the same datagram of %1</source>
        <comment>title of a figure; bytes</comment>
        <translation>
            <numerusform>%n mô hình vào/ra, cùng một datagram %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, the same %1 over TCP</source>
        <comment>title of a figure; bytes</comment>
        <translation>
            <numerusform>%n mô hình vào/ra, cùng %1 qua TCP</numerusform>
        </translation>
    </message>
    <message>
        <source>Asynchronous I/O does neither phase itself: it is told when the read is complete.</source>
        <translation>Asynchronous I/O không phải làm giai đoạn nào: chương trình chỉ được báo khi đã đọc xong.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two durations</comment>
        <translation>%1 đến %2</translation>
    </message>
    <message numerus="yes">
        <source>%n models differ in phase 1 and do phase 2 themselves (%1); asynchronous I/O does neither.</source>
        <comment>durations</comment>
        <translation>
            <numerusform>%n mô hình chỉ khác nhau ở giai đoạn 1, còn giai đoạn 2 thì mô hình nào cũng tự làm (%1); riêng asynchronous I/O không phải làm giai đoạn nào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models differ in phase 1; each does phase 2 itself (%1).</source>
        <comment>durations</comment>
        <translation>
            <numerusform>%n mô hình chỉ khác nhau ở giai đoạn 1, còn giai đoạn 2 thì mô hình nào cũng tự làm (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked in `%1()`: %2</source>
        <comment>a call, a duration</comment>
        <translation>bị chặn trong `%1()`: %2</translation>
    </message>
    <message>
        <source>copy %1</source>
        <comment>phase 2, a duration</comment>
        <translation>copy %1</translation>
    </message>
    <message>
        <source>asleep in both phases</source>
        <translation>ngủ ở cả hai giai đoạn</translation>
    </message>
    <message>
        <source>woken, copied</source>
        <comment>phase 2</comment>
        <translation>đánh thức, copy xong</translation>
    </message>
    <message>
        <source>asks again and again</source>
        <translation>không ngừng hỏi lại</translation>
    </message>
    <message numerus="yes">
        <source>asked %n times, asleep in between, %1</source>
        <comment>polls, a duration</comment>
        <translation>
            <numerusform>hỏi %n lần, giữa hai lần thì ngủ, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times, busy for %1</source>
        <comment>polls, a duration</comment>
        <translation>
            <numerusform>hỏi %n lần, CPU bận suốt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>asleep, but in `%1()`</source>
        <comment>a call</comment>
        <translation>ngủ, nhưng trong `%1()`</translation>
    </message>
    <message>
        <source>told: a read may be started</source>
        <translation>báo: có thể bắt đầu đọc</translation>
    </message>
    <message>
        <source>does something else: %1</source>
        <comment>a duration</comment>
        <translation>làm việc khác: %1</translation>
    </message>
    <message>
        <source>copy %1 in the handler</source>
        <comment>phase 2, a duration</comment>
        <translation>copy %1 trong hàm xử lý</translation>
    </message>
    <message>
        <source>told: the read is complete</source>
        <translation>báo: đã đọc xong</translation>
    </message>
    <message>
        <source>copied by the library</source>
        <comment>phase 2</comment>
        <translation>thư viện copy</translation>
    </message>
    <message>
        <source>free: `%1()` returned after %2</source>
        <comment>a call, a duration</comment>
        <translation>tự do: `%1()` trả về sau %2</translation>
    </message>
    <message>
        <source>free: %1</source>
        <comment>a duration</comment>
        <translation>tự do: %1</translation>
    </message>
    <message>
        <source>the data was there before it asked</source>
        <translation>dữ liệu đã có sẵn trước khi hỏi</translation>
    </message>
    <message>
        <source>client_FD[] and the sets</source>
        <comment>title of a figure</comment>
        <translation>client_FD[] và các tập</translation>
    </message>
    <message>
        <source>%2; library thread %3 in %1()</source>
        <comment>a call, a duration, a tid</comment>
        <translation>%2; luồng của thư viện %3: %1()</translation>
    </message>
    <message>
        <source>Bookmark %1 at %2</source>
        <comment>its number, a step</comment>
        <translation>Dấu trang %1 ở %2</translation>
    </message>
    <message>
        <source>Bookmark %1 at %2: %3</source>
        <comment>its number, a step, its name</comment>
        <translation>Dấu trang %1 ở %2: %3</translation>
    </message>
    <message>
        <source>A is at %1</source>
        <comment>a step</comment>
        <translation>A ở %1</translation>
    </message>
    <message>
        <source>B is at %1</source>
        <comment>a step</comment>
        <translation>B ở %1</translation>
    </message>
    <message numerus="yes">
        <source>From A to B: %1, %n steps</source>
        <comment>what is between two marks: a duration</comment>
        <translation>
            <numerusform>Từ A đến B: %1, %n bước</numerusform>
        </translation>
    </message>
    <message>
        <source>One model does both phases itself (phase 2: %1); asynchronous I/O does neither.</source>
        <comment>a duration</comment>
        <translation>Một mô hình tự làm cả hai giai đoạn (giai đoạn 2: %1); asynchronous I/O không phải làm giai đoạn nào.</translation>
    </message>
    <message>
        <source>The model does both phases itself (phase 2: %1).</source>
        <comment>a duration</comment>
        <translation>Mô hình này tự làm cả hai giai đoạn (giai đoạn 2: %1).</translation>
    </message>
    <message>
        <source>pipe: standard input</source>
        <translation>pipe: đầu vào chuẩn</translation>
    </message>
    <message>
        <source>terminal /dev/pts/%1</source>
        <translation>terminal /dev/pts/%1</translation>
    </message>
    <message>
        <source>written, not read yet</source>
        <comment>bytes in a pipe</comment>
        <translation>đã ghi, chưa đọc</translation>
    </message>
    <message>
        <source>typed, not read yet</source>
        <comment>bytes at a terminal</comment>
        <translation>đã gõ, chưa đọc</translation>
    </message>
    <message>
        <source>%1 more without Enter</source>
        <comment>how many bytes</comment>
        <translation>thêm %1 chưa có Enter</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>what descriptors are, what waits there, how much</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>descriptors, what they are</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>what the threads of the C library do now nobody has looked at yet</source>
        <comment>since a request was made</comment>
        <translation>chưa ai xem các luồng của thư viện C đang làm gì</translation>
    </message>
    <message>
        <source>This program has not opened its terminal yet.</source>
        <translation>Chương trình này chưa mở terminal của nó.</translation>
    </message>
    <message numerus="yes">
        <source>%n threads are left out</source>
        <translation>
            <numerusform>đã ẩn %n luồng</numerusform>
        </translation>
    </message>
    <message>
        <source>What each model cost</source>
        <comment>title of a figure</comment>
        <translation>Cái giá của từng mô hình</translation>
    </message>
    <message>
        <source>Socket options</source>
        <comment>title of a figure</comment>
        <translation>Tuỳ chọn socket</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a socket option, why it is missing</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: default %2, set to %3, read back %4: %5</source>
        <comment>a socket option, its values, what the kernel did</comment>
        <translation>%1: mặc định %2, đặt thành %3, đọc lại %4: %5</translation>
    </message>
    <message>
        <source>Phase 2, magnified; 0: send() of the client</source>
        <translation>Giai đoạn 2, phóng to; 0: send() của client</translation>
    </message>
    <message>
        <source>poll() failed: it has answered nothing</source>
        <translation>poll() thất bại: hạt nhân không trả lời gì</translation>
    </message>
    <message>
        <source>unchanged: select() failed</source>
        <comment>a row of bits</comment>
        <translation>giữ nguyên: select() thất bại</translation>
    </message>
    <message>
        <source>not looked at from bit %1 on</source>
        <comment>a row of bits</comment>
        <translation>từ bit %1 trở đi không được xem</translation>
    </message>
    <message>
        <source>not known for certain</source>
        <comment>what a thread does, how much waits</comment>
        <translation>chưa biết chắc</translation>
    </message>
    <message>
        <source>asks, pauses, asks again</source>
        <translation>hỏi, nghỉ, rồi hỏi lại</translation>
    </message>
    <message>
        <source>from now on</source>
        <comment>it waits, it sleeps</comment>
        <translation>từ lúc này</translation>
    </message>
</context>
<context>
    <name>Hall</name>
    <message>
        <source>chapter %1 of %2</source>
        <translation>chương %1/%2</translation>
    </message>
    <message>
        <source>next</source>
        <comment>a key of the clicker</comment>
        <translation>tiếp</translation>
    </message>
    <message>
        <source>back</source>
        <comment>a key of the clicker</comment>
        <translation>lùi</translation>
    </message>
    <message>
        <source>dark</source>
        <comment>a key of the clicker</comment>
        <translation>tắt màn</translation>
    </message>
    <message>
        <source>white</source>
        <comment>a key of the clicker</comment>
        <translation>trắng</translation>
    </message>
    <message>
        <source>chapter&apos;s start</source>
        <comment>a key of the clicker</comment>
        <translation>đầu chương</translation>
    </message>
    <message>
        <source>end</source>
        <comment>a key of the clicker</comment>
        <translation>kết thúc</translation>
    </message>
    <message>
        <source>a step</source>
        <comment>a key</comment>
        <translation>một bước</translation>
    </message>
    <message>
        <source>answers</source>
        <comment>a key</comment>
        <translation>đáp án</translation>
    </message>
    <message>
        <source>ON THE SCREEN</source>
        <translation>TRÊN MÀN CHIẾU</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>TIẾP THEO</translation>
    </message>
    <message>
        <source>THE LECTURER&apos;S NOTES</source>
        <translation>GHI CHÚ CỦA GIẢNG VIÊN</translation>
    </message>
    <message>
        <source>QUESTIONS OF THE CHAPTER</source>
        <translation>CÂU HỎI CỦA CHƯƠNG</translation>
    </message>
    <message>
        <source>CHAPTERS</source>
        <translation>CÁC CHƯƠNG</translation>
    </message>
</context>
<context>
    <name>LessonFiles</name>
    <message>
        <source>this is a device or a pipe, and no lesson.</source>
        <translation>đây là một thiết bị hoặc pipe, không phải tệp bài học.</translation>
    </message>
    <message>
        <source>the lesson cannot be read: %1</source>
        <translation>không đọc được bài học: %1</translation>
    </message>
    <message>
        <source>the file is too long for a lesson: it may have %1.</source>
        <translation>tệp quá dài đối với một bài học: nhiều nhất là %1.</translation>
    </message>
    <message>
        <source>this line is no UTF-8 text: save the file as UTF-8.</source>
        <translation>dòng này không phải văn bản UTF-8: hãy lưu tệp dưới dạng UTF-8.</translation>
    </message>
    <message>
        <source>this is no TOML. Its reader says: %1</source>
        <translation>đây không phải TOML. Bộ đọc TOML báo: %1</translation>
    </message>
    <message>
        <source>there is no key “%1” here, only: %2.</source>
        <translation>ở đây không có khoá “%1”, chỉ có: %2.</translation>
    </message>
    <message>
        <source>the key “%1” is missing here.</source>
        <translation>ở đây thiếu khoá “%1”.</translation>
    </message>
    <message>
        <source>the text is missing in the language “%1”: each text has every language.</source>
        <translation>thiếu văn bản bằng ngôn ngữ “%1”: văn bản nào cũng phải có đủ các ngôn ngữ.</translation>
    </message>
    <message>
        <source>“%1” has a value of another kind than is expected there.</source>
        <translation>“%1” có giá trị thuộc kiểu khác với kiểu cần có ở đó.</translation>
    </message>
    <message>
        <source>there is no server “%1”; &quot;iomodels list servers&quot; names them.</source>
        <translation>không có server “%1”; &quot;iomodels list servers&quot; cho biết tên các server.</translation>
    </message>
    <message>
        <source>“%1” is no moment. Expected is a call with its number, as accept:2, client 1 send:1, in select:2, or a chapter, as chapter:3, end of chapter:3.</source>
        <translation>“%1” không phải một thời điểm. Cần một lời gọi kèm số thứ tự, như accept:2, client 1 send:1, in select:2, hoặc một chương, như chapter:3, end of chapter:3.</translation>
    </message>
    <message>
        <source>there is no call “%1”.</source>
        <translation>không có lời gọi “%1”.</translation>
    </message>
    <message>
        <source>nothing can be asked about “%1”, only about: %2.</source>
        <translation>không thể hỏi về “%1”, chỉ hỏi được về: %2.</translation>
    </message>
    <message>
        <source>there is no figure “%1”, only: %2.</source>
        <translation>không có hình “%1”, chỉ có: %2.</translation>
    </message>
    <message>
        <source>“%1” is no row of the lecture: expected is L1 to L14, beyond or mistakes.</source>
        <translation>“%1” không phải một hàng của bài giảng: cần L1 đến L14, beyond hoặc mistakes.</translation>
    </message>
    <message>
        <source>“%1” has a value that is not allowed there.</source>
        <translation>“%1” có giá trị không được phép ở đó.</translation>
    </message>
    <message>
        <source>there is no value {%1} to put in, only: %2.</source>
        <translation>không có giá trị {%1} để điền vào, chỉ có: %2.</translation>
    </message>
    <message>
        <source>the lesson has no chapter as “%1” means it.</source>
        <translation>bài học không có chương mà “%1” nói đến.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>a file, a line, what is wrong there</comment>
        <translation>%1, dòng %2: %3</translation>
    </message>
    <message>
        <source>there is no model “%1” to be compared.</source>
        <translation>không có mô hình “%1” để so sánh.</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>There is no lesson &quot;%1&quot;: it is neither a file nor one of &quot;iomodels list lessons&quot;.</source>
        <translation>Không có bài học &quot;%1&quot;: đó không phải tệp, cũng không có trong &quot;iomodels list lessons&quot;.</translation>
    </message>
    <message>
        <source>TCP server with select()</source>
        <translation>TCP server với select()</translation>
    </message>
    <message>
        <source>select(): one thread, twenty clients</source>
        <translation>select(): một luồng, hai mươi client</translation>
    </message>
    <message>
        <source>select(): a client resets the connection</source>
        <translation>select(): một client reset kết nối</translation>
    </message>
    <message>
        <source>Blocking I/O: the two phases of a read</source>
        <translation>Blocking I/O: hai giai đoạn của một lần đọc</translation>
    </message>
    <message>
        <source>Blocking I/O: the second client must wait</source>
        <translation>Blocking I/O: client thứ hai phải chờ</translation>
    </message>
    <message>
        <source>Non-blocking I/O: polling two clients</source>
        <translation>Non-blocking I/O: polling hai client</translation>
    </message>
    <message>
        <source>TCP server with poll()</source>
        <translation>TCP server với poll()</translation>
    </message>
    <message>
        <source>Signal-driven I/O: the handler reads, the main flow computes on</source>
        <translation>Signal-driven I/O: hàm xử lý đọc, chương trình chính vẫn tính toán</translation>
    </message>
    <message>
        <source>Signal-driven I/O: what sends a signal on TCP</source>
        <translation>Signal-driven I/O: những gì gây ra tín hiệu trên TCP</translation>
    </message>
    <message>
        <source>Signal-driven I/O: ten arrivals, one SIGIO</source>
        <translation>Signal-driven I/O: mười lần có dữ liệu đến, một SIGIO</translation>
    </message>
    <message>
        <source>Signal-driven I/O: ten arrivals, ten queued signals</source>
        <translation>Signal-driven I/O: mười lần có dữ liệu đến, mười tín hiệu xếp hàng</translation>
    </message>
    <message>
        <source>Asynchronous I/O: a read that is only asked for</source>
        <translation>Asynchronous I/O: chỉ yêu cầu đọc, không đứng chờ</translation>
    </message>
    <message>
        <source>Asynchronous I/O: several reads outstanding</source>
        <translation>Asynchronous I/O: nhiều yêu cầu đọc đang chờ cùng lúc</translation>
    </message>
    <message>
        <source>Asynchronous I/O: more reads than the library has threads</source>
        <translation>Asynchronous I/O: nhiều yêu cầu đọc hơn số luồng của thư viện</translation>
    </message>
    <message>
        <source>Beyond the lecture: epoll, level</source>
        <translation>Ngoài bài giảng: epoll, theo mức (level)</translation>
    </message>
    <message>
        <source>Beyond the lecture: epoll, edge</source>
        <translation>Ngoài bài giảng: epoll, theo sườn (edge)</translation>
    </message>
    <message>
        <source>Beyond the lecture: io_uring</source>
        <translation>Ngoài bài giảng: io_uring</translation>
    </message>
    <message>
        <source>select(): writefds and a full send buffer</source>
        <translation>select(): writefds và vùng đệm gửi bị đầy</translation>
    </message>
    <message>
        <source>select(): exceptfds and urgent data</source>
        <translation>select(): exceptfds và dữ liệu khẩn</translation>
    </message>
    <message>
        <source>select(): the time is up</source>
        <translation>select(): hết thời gian chờ</translation>
    </message>
    <message>
        <source>select(): -1 with EINTR and EBADF</source>
        <translation>select(): trả về -1 với EINTR và EBADF</translation>
    </message>
    <message>
        <source>poll(): all that revents tells</source>
        <translation>poll(): mọi điều revents cho biết</translation>
    </message>
    <message>
        <source>Blocking I/O over UDP: the two phases of recvfrom()</source>
        <translation>Blocking I/O qua UDP: hai giai đoạn của recvfrom()</translation>
    </message>
    <message>
        <source>select() over UDP: one socket, many clients</source>
        <translation>select() qua UDP: một socket, nhiều client</translation>
    </message>
    <message>
        <source>Signal-driven I/O over UDP: three datagrams, one SIGIO</source>
        <translation>Signal-driven I/O qua UDP: ba datagram, một SIGIO</translation>
    </message>
    <message>
        <source>Asynchronous I/O over UDP: a socket for each peer</source>
        <translation>Asynchronous I/O qua UDP: mỗi bên gửi có một socket riêng</translation>
    </message>
    <message>
        <source>There is no server &quot;%1&quot;; &quot;iomodels list servers&quot; names them.</source>
        <translation>Không có server &quot;%1&quot;; &quot;iomodels list servers&quot; liệt kê tên các server.</translation>
    </message>
    <message>
        <source>There is no script &quot;%1&quot;: it is neither a file nor one of &quot;iomodels list scripts&quot;.</source>
        <translation>Không có kịch bản &quot;%1&quot;: đó không phải là tệp, cũng không phải một tên trong &quot;iomodels list scripts&quot;.</translation>
    </message>
    <message>
        <source>The script %1 cannot be read: %2</source>
        <translation>Không đọc được kịch bản %1: %2</translation>
    </message>
    <message>
        <source>%1 is too long for a script.</source>
        <translation>%1 quá dài cho một kịch bản.</translation>
    </message>
    <message>
        <source>select(): one client that does not read stops all others</source>
        <translation>select(): một client không đọc làm mọi client khác phải chờ</translation>
    </message>
    <message>
        <source>Blocking I/O: a signal interrupts recv() and send()</source>
        <translation>Blocking I/O: tín hiệu ngắt recv() và send()</translation>
    </message>
    <message>
        <source>The call of the server %1 takes its timeout as milliseconds in an int: it is given %2 s, the longest there is.</source>
        <translation>Lời gọi của server %1 nhận thời gian chờ là số mili giây kiểu int: nó được trao %2 s, giá trị lớn nhất có thể.</translation>
    </message>
    <message>
        <source>The call of the server %1 takes its timeout as whole milliseconds: it is given 0, with which it only asks.</source>
        <translation>Lời gọi của server %1 nhận thời gian chờ là số mili giây nguyên: nó được trao 0, tức là chỉ hỏi chứ không chờ.</translation>
    </message>
    <message>
        <source>Chat server: a line goes to every other client, and is never torn</source>
        <translation>Server chat: một dòng đến mọi client khác, và luôn đến trọn vẹn</translation>
    </message>
    <message>
        <source>Chat server over UDP: it knows who has sent</source>
        <translation>Server chat qua UDP: chỉ biết ai đã gửi</translation>
    </message>
    <message>
        <source>A relay between two clients: a slow reader, one that leaves, a third</source>
        <translation>Server chuyển tiếp: một client đọc chậm, một client rời đi, một client thứ ba</translation>
    </message>
    <message>
        <source>A relay over UDP: the first two who send</source>
        <translation>Server chuyển tiếp qua UDP: hai bên gửi đến đầu tiên</translation>
    </message>
    <message>
        <source>no error</source>
        <translation>không có lỗi</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>none: the program ends</source>
        <translation>không có: chương trình kết thúc</translation>
    </message>
    <message>
        <source>phase 1 and phase 2: it waits, then copies</source>
        <translation>giai đoạn 1 và giai đoạn 2: chờ, rồi copy</translation>
    </message>
    <message>
        <source>phase 2 only: it copies</source>
        <translation>chỉ giai đoạn 2: copy</translation>
    </message>
    <message>
        <source>phase 1 only: it waits</source>
        <translation>chỉ giai đoạn 1: chờ</translation>
    </message>
    <message>
        <source>neither: both are over</source>
        <translation>không giai đoạn nào: cả hai đã xong</translation>
    </message>
    <message>
        <source>it sleeps</source>
        <translation>nó ngủ</translation>
    </message>
    <message>
        <source>it does not sleep</source>
        <translation>nó không ngủ</translation>
    </message>
    <message>
        <source>select(): the lecture&apos;s case, {0, 4, 5}, {2, 7}, {1, 4}, 10.2 s</source>
        <translation>select(): ví dụ của bài giảng, {0, 4, 5}, {2, 7}, {1, 4}, 10,2 s</translation>
    </message>
    <message>
        <source>select(): its sets and its timeout are overwritten</source>
        <translation>select(): các tập và thời gian chờ của nó bị ghi đè</translation>
    </message>
    <message>
        <source>fcntl(): flags read and then set, and set outright</source>
        <translation>fcntl(): đọc cờ rồi đặt, và đặt thẳng (bẫy)</translation>
    </message>
    <message>
        <source>Keyboard and socket: with blocking reads one of them starves</source>
        <translation>Bàn phím và socket: đọc kiểu blocking thì một bên bị bỏ đói</translation>
    </message>
    <message>
        <source>Polling: everybody is answered, and the processor never rests</source>
        <translation>Polling: ai cũng được trả lời, nhưng CPU không được nghỉ</translation>
    </message>
    <message>
        <source>select(): asleep in one place, waiting for keyboard and socket</source>
        <translation>select(): ngủ một chỗ mà chờ được cả bàn phím lẫn socket</translation>
    </message>
    <message>
        <source>fileno(stdin) and a socket in one select()</source>
        <translation>fileno(stdin) và socket trong cùng một select()</translation>
    </message>
    <message>
        <source>The trap: select() mixed with fgets()</source>
        <translation>Cái bẫy: trộn select() với fgets()</translation>
    </message>
    <message>
        <source>Chat: a blocking client and a non-blocking one</source>
        <translation>Chat: một client blocking và một client non-blocking</translation>
    </message>
    <message>
        <source>Chat with select(): send and receive in any order</source>
        <translation>Chat với select(): gửi và nhận theo thứ tự bất kỳ</translation>
    </message>
    <message>
        <source>Chat over UDP: no connection, no end of file</source>
        <translation>Chat qua UDP: không kết nối, không hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>Chat with SIGIO: asleep at the keyboard, receiving in the handler</source>
        <translation>Chat với SIGIO: ngủ ở bàn phím, nhận trong hàm xử lý</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>ít hơn</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>đủ</translation>
    </message>
    <message>
        <source>fewer: %1</source>
        <translation>ít hơn: %1</translation>
    </message>
    <message>
        <source>all: %1</source>
        <translation>đủ: %1</translation>
    </message>
    <message>
        <source>it sleeps in %1()</source>
        <comment>the thread</comment>
        <translation>nó ngủ trong %1()</translation>
    </message>
    <message>
        <source>One message, long awaited: for the book&apos;s pictures of the five models</source>
        <translation>Một thông điệp được chờ lâu: cho các hình năm mô hình trong sách</translation>
    </message>
    <message>
        <source>Beyond the lecture: a thread for each client</source>
        <translation>Ngoài bài giảng: mỗi client một luồng</translation>
    </message>
    <message>
        <source>Chat: Ctrl-C ends one program, the others go on</source>
        <translation>Chat: Ctrl-C kết thúc một chương trình, các chương trình khác vẫn chạy</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Recorded on %1, on %2</source>
        <comment>a date, a system</comment>
        <translation>Ghi ngày %1, trên %2</translation>
    </message>
    <message>
        <source>The course&apos;s lessons</source>
        <translation>Các bài của môn</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>Đúng %1 trên %2</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>Lưu bản ghi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Bước %1</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Lúc bắt đầu</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chương</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>Chương %1 trên %2</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Về đầu</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Bước lùi</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Chạy</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước tới</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Đến cuối</translation>
    </message>
    <message>
        <source>Sentence back</source>
        <translation>Câu trước</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Câu tiếp theo</translation>
    </message>
    <message>
        <source>← → a step · Page ↑ Page ↓ a sentence · Space runs</source>
        <translation>← → một bước · Page ↑ Page ↓ một câu · phím cách: chạy</translation>
    </message>
    <message>
        <source>Needs no network</source>
        <translation>Không cần mạng</translation>
    </message>
    <message>
        <source>PROCESSES (user space)</source>
        <translation>TIẾN TRÌNH (không gian người dùng)</translation>
    </message>
    <message>
        <source>KERNEL</source>
        <translation>HẠT NHÂN</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Hình</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Các hình</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mục tiêu</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Cẩn thận</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Tóm lại</translation>
    </message>
    <message>
        <source>Prediction %1 of %2</source>
        <translation>Dự đoán %1/%2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>chưa đúng</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>Your answer: %1</source>
        <translation>Bạn trả lời: %1</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer: %1</source>
        <translation>Đáp án của hạt nhân: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Một con số</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Go to the question</source>
        <translation>Đến câu hỏi</translation>
    </message>
    <message>
        <source>opens after question %1</source>
        <translation>mở sau câu %1</translation>
    </message>
    <message>
        <source>What comes now is asked: answer, or skip it.</source>
        <translation>Chỗ này có câu hỏi: hãy trả lời hoặc bỏ qua.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>Mã nguồn</translation>
    </message>
    <message>
        <source>the text that was compiled and runs</source>
        <translation>chính mã đã biên dịch và đang chạy</translation>
    </message>
    <message>
        <source>asleep here</source>
        <translation>đang ngủ ở đây</translation>
    </message>
    <message>
        <source>%1, which is right, has here: %2</source>
        <translation>%1, bản đúng, ở đây có: %2</translation>
    </message>
    <message>
        <source>Steps left out here: %1</source>
        <translation>Số bước bỏ bớt ở đây: %1</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>other calls</source>
        <translation>lời gọi khác</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>chạy</translation>
    </message>
    <message>
        <source>sleeps, waiting</source>
        <translation>ngủ, chờ dữ liệu</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>thất bại</translation>
    </message>
    <message>
        <source>held at the gate</source>
        <translation>bị giữ ở chốt</translation>
    </message>
    <message>
        <source>signal handler</source>
        <translation>hàm xử lý tín hiệu</translation>
    </message>
    <message>
        <source>I/O models, on real sockets</source>
        <translation>Các mô hình vào/ra, trên socket thật</translation>
    </message>
    <message>
        <source>Network programming</source>
        <translation>Lập trình mạng</translation>
    </message>
    <message>
        <source>Each lesson is a recorded run: go through it step by step and predict, the kernel grades.</source>
        <translation>Mỗi bài là một lần chạy đã ghi: xem lại từng bước, dự đoán, hạt nhân chấm.</translation>
    </message>
    <message>
        <source>%1 of %2 lessons done</source>
        <translation>%1/%2 bài xong</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>What the server&apos;s thread does</source>
        <translation>Luồng server làm gì</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Học tiếp</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>đang học</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>in the program only</source>
        <translation>chỉ có trong chương trình</translation>
    </message>
    <message>
        <source>Beyond the lecture</source>
        <translation>Ngoài bài giảng</translation>
    </message>
    <message>
        <source>Mistakes worth seeing</source>
        <translation>Những lỗi nên thấy tận mắt</translation>
    </message>
    <message>
        <source>More lessons</source>
        <translation>Bài khác</translation>
    </message>
    <message>
        <source>Every page is complete: it opens without a network and without installing anything.</source>
        <translation>Mọi trang đều tự đủ: mở được không cần mạng, không cần cài gì.</translation>
    </message>
    <message>
        <source>A client of the server on the screen</source>
        <translation>Client của server trên màn chiếu</translation>
    </message>
    <message>
        <source>connect(): the connection is being made …</source>
        <translation>connect(): đang kết nối …</translation>
    </message>
    <message>
        <source>Connected. What you type goes to the real server.</source>
        <translation>Đã kết nối. Những gì bạn gõ được gửi tới server thật.</translation>
    </message>
    <message>
        <source>The connection has ended.</source>
        <translation>Kết nối đã kết thúc.</translation>
    </message>
    <message>
        <source>Nobody was let in: perhaps no server is running, or too many are in already.</source>
        <translation>Không kết nối được: có thể không có server nào đang chạy, hoặc đã có quá nhiều người kết nối.</translation>
    </message>
    <message>
        <source>You have closed the connection.</source>
        <translation>Bạn đã đóng kết nối.</translation>
    </message>
    <message>
        <source>What was sent and received</source>
        <translation>Dữ liệu đã gửi và đã nhận</translation>
    </message>
    <message>
        <source>A line to send</source>
        <translation>Dòng cần gửi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Close the connection</source>
        <translation>Đóng kết nối</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>%1, descriptor %2: a datagram socket; which port the kernel has chosen for it is not recorded.</source>
        <translation>%1, descriptor %2: socket datagram; hạt nhân đã chọn cổng nào cho nó thì không được ghi lại.</translation>
    </message>
    <message>
        <source>%1, bit %2: 1. Descriptor %2 is in the set.</source>
        <translation>%1, bit %2: 1. Descriptor %2 thuộc tập.</translation>
    </message>
    <message>
        <source>%1, bit %2: 0. Descriptor %2 is not in the set.</source>
        <translation>%1, bit %2: 0. Descriptor %2 không thuộc tập.</translation>
    </message>
    <message>
        <source>%1, asked, bit %2: 0. select() was not asked about descriptor %2.</source>
        <translation>%1, hỏi, bit %2: 0. Không hỏi select() về descriptor %2.</translation>
    </message>
    <message>
        <source>%1, asked, bit %2: 1. select() is being asked about descriptor %2 and has not found it ready so far.</source>
        <translation>%1, hỏi, bit %2: 1. Đang hỏi select() về descriptor %2, cho đến giờ nó chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>%1, asked, bit %2: 1, and answered 1. Descriptor %2 is ready.</source>
        <translation>%1, hỏi, bit %2: 1, và trả lời 1. Descriptor %2 sẵn sàng.</translation>
    </message>
    <message>
        <source>%1, asked, bit %2: 1, and answered 0. Descriptor %2 is not ready.</source>
        <translation>%1, hỏi, bit %2: 1, và trả lời 0. Descriptor %2 chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>%1, answered, bit %2: 0. select() was not asked about descriptor %2.</source>
        <translation>%1, trả lời, bit %2: 0. Không hỏi select() về descriptor %2.</translation>
    </message>
    <message>
        <source>%1, answered, bit %2: 1. Descriptor %2 is ready.</source>
        <translation>%1, trả lời, bit %2: 1. Descriptor %2 sẵn sàng.</translation>
    </message>
    <message>
        <source>%1, answered, bit %2: 0, and asked 1. Descriptor %2 is not ready.</source>
        <translation>%1, trả lời, bit %2: 0, và hỏi 1. Descriptor %2 chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>%1, slot %2: %3, free. This step has freed it.</source>
        <translation>%1, ô %2: %3, trống. Bước này đã giải phóng nó.</translation>
    </message>
    <message>
        <source>%1, slot %2: %3, free.</source>
        <translation>%1, ô %2: %3, trống.</translation>
    </message>
    <message>
        <source>%1, slot %2: descriptor %3. This step has put it there.</source>
        <translation>%1, ô %2: descriptor %3. Bước này đã ghi nó vào đây.</translation>
    </message>
    <message>
        <source>%1, slot %2: descriptor %3.</source>
        <translation>%1, ô %2: descriptor %3.</translation>
    </message>
    <message>
        <source>maxfd is %1: select() looks at bits 0 to %1.</source>
        <translation>maxfd là %1: select() xem các bit từ 0 đến %1.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <comment>a variable</comment>
        <translation>%1 là %2.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: a socket without a connection.</source>
        <translation>%1, descriptor %2: một socket chưa có kết nối.</translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: the listening socket, port %3. %n connections wait in its queue (%4).</source>
        <translation>
            <numerusform>%1, descriptor %2: socket nghe, cổng %3. Có %n kết nối chờ trong hàng đợi (%4).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, descriptor %2: the listening socket, port %3. How many connections wait in its queue is not known.</source>
        <translation>%1, descriptor %2: socket nghe, cổng %3. Không biết có bao nhiêu kết nối chờ trong hàng đợi.</translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2, %3: %n bytes wait in the receive buffer (%4).</source>
        <comment>owner, descriptor, peer</comment>
        <translation>
            <numerusform>%1, descriptor %2, %3: có %n byte chờ trong vùng đệm nhận (%4).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, descriptor %2, %3: how many bytes wait in the receive buffer is not known.</source>
        <comment>owner, descriptor, peer</comment>
        <translation>%1, descriptor %2, %3: không biết có bao nhiêu byte chờ trong vùng đệm nhận.</translation>
    </message>
    <message>
        <source>The connection was reset.</source>
        <translation>Kết nối đã bị reset.</translation>
    </message>
    <message>
        <source>The other end has closed its sending direction: after these bytes comes end of file.</source>
        <translation>Đầu bên kia đã đóng chiều gửi: sau các byte này là hết dữ liệu (EOF).</translation>
    </message>
    <message>
        <source>This end has closed its sending direction.</source>
        <translation>Đầu này đã đóng chiều gửi.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for data; it still lasts.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ dữ liệu đến; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 2, copying; it still lasts.</source>
        <translation>%1, descriptor %2: giai đoạn 2, copy; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for data, %3.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ dữ liệu đến, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, waking up and copying %n bytes, %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: giai đoạn 2, thức dậy và copy %n byte, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, copying %n bytes, %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: giai đoạn 2, copy %n byte, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured by our own clock.</source>
        <translation>Đo bằng đồng hồ của chính chương trình.</translation>
    </message>
    <message>
        <source>Inferred from the recorded calls.</source>
        <translation>Suy ra từ các lời gọi đã ghi.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc).</source>
        <translation>Quan sát từ bên ngoài (/proc).</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>thread, its state</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 in %3() since %4 (%5).</source>
        <comment>thread, its state, call, time of the run, how known</comment>
        <translation>%1: %2 trong %3() từ %4 (%5).</translation>
    </message>
    <message>
        <source>%1: %2 since %3 (%4).</source>
        <comment>thread, its state, time of the run, how known</comment>
        <translation>%1: %2 từ %3 (%4).</translation>
    </message>
    <message>
        <source>%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a send() to it has not returned (%6).</source>
        <comment>owner, descriptor, peer, two times bytes, how known</comment>
        <translation>%1, descriptor %2, %3: trong vùng đệm nhận có ít nhất %4, nhiều nhất %5 đang chờ, vì một send() tới đó chưa trả về (%6).</translation>
    </message>
    <message>
        <source>Entry %1 is free: poll() passes it over.</source>
        <translation>Phần tử %1 trống: poll() bỏ qua.</translation>
    </message>
    <message>
        <source>Entry %1: descriptor %2, asked about %3, was not ready.</source>
        <translation>Phần tử %1: descriptor %2, hỏi về %3, chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>Entry %1: descriptor %2, asked about %3, was ready: %4.</source>
        <translation>Phần tử %1: descriptor %2, hỏi về %3, đã sẵn sàng: %4.</translation>
    </message>
    <message>
        <source>%1: in its handler of %2, %3 since %4 (%5).</source>
        <comment>thread, signal, its state, time of the run, how known</comment>
        <translation>%1: đang ở trong hàm xử lý %2, %3 từ %4 (%5).</translation>
    </message>
    <message>
        <source>%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a thread of the C library takes them out at a moment that is not recorded (%6).</source>
        <comment>owner, descriptor, peer, two times bytes, how known</comment>
        <translation>%1, descriptor %2, %3: trong vùng đệm nhận có ít nhất %4, nhiều nhất %5 đang chờ, vì một luồng của thư viện C lấy dữ liệu ra vào lúc không ghi lại được (%6).</translation>
    </message>
    <message numerus="yes">
        <source>Request %1: descriptor %2, a buffer, %n bytes, offset %3; to be told: %4.</source>
        <translation>
            <numerusform>Yêu cầu %1: descriptor %2, vùng đệm, %n byte, vị trí %3; cách báo: %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its result has been taken: %1.</source>
        <translation>Kết quả đã được lấy: %1.</translation>
    </message>
    <message>
        <source>It is complete: what was read is in the buffer.</source>
        <translation>Đã hoàn tất: dữ liệu đọc được đã nằm trong vùng đệm.</translation>
    </message>
    <message>
        <source>The program does not know yet, but its data has arrived (inferred): it is being copied, or has been.</source>
        <translation>Chương trình chưa biết, nhưng dữ liệu đã đến (suy ra): đang được copy hoặc đã copy xong.</translation>
    </message>
    <message>
        <source>It is not complete yet (EINPROGRESS). The library&apos;s thread %1 was seen waiting for its data.</source>
        <translation>Chưa hoàn tất (EINPROGRESS). Đã thấy luồng %1 của thư viện chờ dữ liệu cho yêu cầu này.</translation>
    </message>
    <message>
        <source>It is not complete yet (EINPROGRESS). No thread of the library was seen on its descriptor: it waits for one (inferred).</source>
        <translation>Chưa hoàn tất (EINPROGRESS). Không thấy luồng nào của thư viện ở descriptor này: yêu cầu đang chờ một luồng (suy ra).</translation>
    </message>
    <message>
        <source>It is not complete yet (EINPROGRESS).</source>
        <translation>Chưa hoàn tất (EINPROGRESS).</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): thread %1 of the C library has ended. It had had nothing to do for a while.</source>
        <translation>Quan sát từ bên ngoài (/proc): luồng %1 của thư viện C đã kết thúc, vì một lúc lâu không có việc.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): thread %1 of the C library is in %2() on descriptor %3 (state %4). It waits there for what aio_read() has asked for.</source>
        <translation>Quan sát từ bên ngoài (/proc): luồng %1 của thư viện C đang ở trong %2() trên descriptor %3 (trạng thái %4). Nó chờ ở đó dữ liệu mà aio_read() đã yêu cầu.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): thread %1 of the C library is in futex() (state %2). It has no request at the moment.</source>
        <translation>Quan sát từ bên ngoài (/proc): luồng %1 của thư viện C đang ở trong futex() (trạng thái %2). Lúc này nó không có yêu cầu nào.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): thread %1 of the C library, state %2; in which system call it is the kernel does not tell.</source>
        <translation>Quan sát từ bên ngoài (/proc): luồng %1 của thư viện C, trạng thái %2; hạt nhân không cho biết nó đang ở lời gọi hệ thống nào.</translation>
    </message>
    <message>
        <source>Seen from outside (/proc): thread %1 of the C library, state %2, is in system call %3.</source>
        <translation>Quan sát từ bên ngoài (/proc): luồng %1 của thư viện C, trạng thái %2, đang ở trong lời gọi hệ thống %3.</translation>
    </message>
    <message>
        <source>Interest list: descriptor %1, asked about %2.</source>
        <translation>Danh sách theo dõi: descriptor %1, sự kiện cần báo: %2.</translation>
    </message>
    <message>
        <source>The last epoll_wait() did not tell of it.</source>
        <translation>epoll_wait() gần nhất không báo về nó.</translation>
    </message>
    <message>
        <source>The last epoll_wait() told: %1. That has not been used yet.</source>
        <translation>epoll_wait() gần nhất đã báo: %1. Điều đó chưa được dùng đến.</translation>
    </message>
    <message>
        <source>The last epoll_wait() told: %1.</source>
        <translation>epoll_wait() gần nhất đã báo: %1.</translation>
    </message>
    <message>
        <source>Whether it is in the ready list now cannot be told.</source>
        <translation>Không thể biết lúc này nó có ở trong danh sách sẵn sàng hay không.</translation>
    </message>
    <message>
        <source>It is not in the ready list now (inferred).</source>
        <translation>Lúc này nó không ở trong danh sách sẵn sàng (suy ra).</translation>
    </message>
    <message>
        <source>%1, descriptor %2: queued in the submission ring, not handed in yet.</source>
        <translation>%1, descriptor %2: đang xếp trong vòng submission, chưa được giao.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: complete; the program has not read its completion (inferred).</source>
        <translation>%1, descriptor %2: đã hoàn tất; chương trình chưa đọc kết quả (suy ra).</translation>
    </message>
    <message>
        <source>%1, descriptor %2: handed in; the kernel waits for what it needs (inferred).</source>
        <translation>%1, descriptor %2: đã giao; hạt nhân đang chờ điều nó cần (suy ra).</translation>
    </message>
    <message>
        <source>%1, descriptor %2: handed in; whether it is complete already cannot be told.</source>
        <translation>%1, descriptor %2: đã giao; không thể biết đã hoàn tất hay chưa.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: completed with %3; read by the program.</source>
        <translation>%1, descriptor %2: kết thúc với lỗi %3; chương trình đã đọc.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: completed with result %3; read by the program.</source>
        <translation>%1, descriptor %2: hoàn tất với kết quả %3; chương trình đã đọc.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: a datagram socket, port %3.</source>
        <translation>%1, descriptor %2: socket datagram, cổng %3.</translation>
    </message>
    <message>
        <source>An urgent byte (MSG_OOB) waits to be taken, beside the stream.</source>
        <translation>Một byte khẩn (MSG_OOB) đang chờ được lấy, ngoài dòng byte.</translation>
    </message>
    <message>
        <source>An urgent byte has been taken, but no read of the stream has gone past it: close() would send a reset.</source>
        <translation>Một byte khẩn đã được lấy, nhưng chưa lần đọc dòng byte nào đi qua nó: close() lúc này sẽ gửi RST.</translation>
    </message>
    <message>
        <source>What is waited for is room in its send buffer.</source>
        <translation>Điều đang chờ là chỗ trống trong vùng đệm gửi của nó.</translation>
    </message>
    <message>
        <source>What is waited for is urgent data.</source>
        <translation>Điều đang chờ là dữ liệu khẩn.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: waiting for room in its send buffer, %3.</source>
        <translation>%1, descriptor %2: chờ vùng đệm gửi có chỗ, %3.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: waiting for room in its send buffer; it still lasts.</source>
        <translation>%1, descriptor %2: chờ vùng đệm gửi có chỗ; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: waiting for urgent data, %3.</source>
        <translation>%1, descriptor %2: chờ dữ liệu khẩn, %3.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: waiting for urgent data; it still lasts.</source>
        <translation>%1, descriptor %2: chờ dữ liệu khẩn; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>%1: waiting until one of its descriptors is ready, %2.</source>
        <translation>%1: chờ đến khi một descriptor của nó sẵn sàng, %2.</translation>
    </message>
    <message>
        <source>%1: waiting until one of its descriptors is ready; it still lasts.</source>
        <translation>%1: chờ đến khi một descriptor của nó sẵn sàng; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>Whether it has come already is not known.</source>
        <translation>Không biết điều đó đã đến hay chưa.</translation>
    </message>
    <message>
        <source>When it came is not known: of room in a send buffer the other end&apos;s kernel tells by itself, in no recorded call.</source>
        <translation>Không biết nó đến lúc nào: việc vùng đệm gửi có chỗ do hạt nhân ở đầu bên kia tự báo, không qua lời gọi nào được ghi lại.</translation>
    </message>
    <message>
        <source>%1: phase 1, waiting for one of several descriptors, %2.</source>
        <translation>%1: giai đoạn 1, chờ một trong nhiều descriptor, %2.</translation>
    </message>
    <message>
        <source>%1: phase 1, waiting for one of several descriptors; it still lasts.</source>
        <translation>%1: giai đoạn 1, chờ một trong nhiều descriptor; vẫn đang diễn ra.</translation>
    </message>
    <message>
        <source>What it waited for came within a call of another thread, as send() or connect(): the boundary is known to within %1.</source>
        <translation>Điều nó chờ đến trong một lời gọi của luồng khác, như send() hay connect(): ranh giới được biết với sai số %1.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for data, at most %3 and perhaps not at all.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ dữ liệu nhiều nhất %3, có thể không hề chờ.</translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, waking up and copying %n bytes, at most %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: giai đoạn 2, thức dậy và copy %n byte, nhiều nhất %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, descriptor %2: the listening socket, port %3. At least %4 and at most %5 connections wait in its queue, since a connect() to it has not returned (%6).</source>
        <comment>owner, descriptor, port, two counts, how known</comment>
        <translation>%1, descriptor %2: socket nghe, cổng %3. Trong hàng đợi của nó có ít nhất %4 và nhiều nhất %5 kết nối đang chờ, vì một lời gọi connect() tới nó chưa trả về (%6).</translation>
    </message>
    <message>
        <source>%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a reset takes with it what the other end&apos;s kernel had not sent on (%6).</source>
        <comment>owner, descriptor, peer, two times bytes, how known</comment>
        <translation>%1, descriptor %2, %3: ít nhất %4 và nhiều nhất %5 chờ trong vùng đệm nhận, vì RST làm mất những gì hạt nhân của đầu bên kia chưa kịp gửi đi (%6).</translation>
    </message>
    <message>
        <source>The descriptor is closed, but a call that has not returned keeps the socket: the other end has been sent nothing yet.</source>
        <translation>Descriptor đã đóng, nhưng một lời gọi chưa trả về đang giữ socket: chưa có gì được gửi cho đầu bên kia.</translation>
    </message>
    <message>
        <source>The other end is closed: whether a FIN or a reset has come is not known.</source>
        <translation>Đầu bên kia đã đóng: không biết FIN hay RST đã đến.</translation>
    </message>
    <message>
        <source>%1, descriptor %2, %3: at least %4 wait in the receive buffer (%6). %5 were sent that it has not received: what is not there yet is in the sender&apos;s send buffer.</source>
        <comment>owner, descriptor, peer, two times bytes, how known</comment>
        <translation>%1, descriptor %2, %3: ít nhất %4 đang chờ trong vùng đệm nhận (%6). %5 đã được gửi mà nó chưa nhận: phần chưa đến còn ở vùng đệm gửi của bên gửi.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for data, at least %4 and at most %3.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ dữ liệu đến, ít nhất %4 và nhiều nhất %3.</translation>
    </message>
    <message>
        <source>The send() that sent it had returned before: TCP had kept it back, or may have, while earlier bytes were not acknowledged (Nagle&apos;s algorithm).</source>
        <translation>send() gửi nó đã trả về trước đó: TCP đã giữ nó lại, hoặc có thể đã giữ, khi những byte gửi trước chưa được xác nhận (thuật toán Nagle).</translation>
    </message>
    <message>
        <source>When it came is not recorded.</source>
        <translation>Không biết nó đến lúc nào: bản ghi không có thời điểm ấy.</translation>
    </message>
    <message>
        <source>Whether it has come already is not recorded.</source>
        <translation>Không biết nó đã đến hay chưa: bản ghi không cho biết.</translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, beside the program: copying %n bytes and telling of it, at most %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: giai đoạn 2, bên cạnh chương trình: copy %n byte và báo, nhiều nhất %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: polling since %2 (%3): %4 again and again, each time in vain so far.</source>
        <comment>thread, time of the run, how known, calls</comment>
        <translation>%1: polling (hỏi liên tục) từ %2 (%3): gọi đi gọi lại %4, cho đến giờ lần nào cũng chưa có gì.</translation>
    </message>
    <message>
        <source>Meanwhile it has used about %1 % of a processor (seen from outside).</source>
        <translation>Trong lúc đó nó dùng khoảng %1 % một CPU (quan sát từ bên ngoài).</translation>
    </message>
    <message>
        <source>Entry %1: descriptor %2, asked about %3. poll() has not found it ready so far.</source>
        <translation>Phần tử %1: descriptor %2, hỏi về %3. Cho đến giờ poll() chưa thấy nó sẵn sàng.</translation>
    </message>
    <message>
        <source>epoll_wait() is being asked, and has not told of it so far.</source>
        <translation>Đang hỏi epoll_wait(), cho đến giờ chưa báo về nó.</translation>
    </message>
    <message>
        <source>It is in the ready list now: an epoll_wait() called now would tell of it (inferred).</source>
        <translation>Lúc này nó ở trong danh sách sẵn sàng: nếu gọi epoll_wait() ngay thì được báo về nó (suy ra).</translation>
    </message>
    <message>
        <source>%1, descriptor %2: a datagram socket that has no port yet.</source>
        <translation>%1, descriptor %2: một socket datagram chưa có cổng.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: a datagram socket, port %3, which gets the datagrams of port %4 only.</source>
        <translation>%1, descriptor %2: một socket datagram, cổng %3, chỉ nhận datagram từ cổng %4.</translation>
    </message>
    <message>
        <source>How many datagrams wait in its receive buffer is not known.</source>
        <translation>Không biết có bao nhiêu datagram chờ trong vùng đệm nhận của nó.</translation>
    </message>
    <message numerus="yes">
        <source>%n datagrams wait in its receive buffer, with %1 in all (%2).</source>
        <comment>bytes; how known</comment>
        <translation>
            <numerusform>Có %n datagram chờ trong vùng đệm nhận của nó, tổng cộng %1 (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps more: a call that sends one to it has not returned.</source>
        <translation>Có thể nhiều hơn: một lời gọi gửi đến nó chưa trả về.</translation>
    </message>
    <message>
        <source>It is full: the backlog is %1, and Linux lets one more wait.</source>
        <translation>Hàng đợi đã đầy: backlog là %1, và Linux cho chờ thêm một kết nối.</translation>
    </message>
    <message numerus="yes">
        <source>The kernel has dropped %n datagrams for it so far, as a rule because the buffer is full (its own count, seen from outside).</source>
        <translation>
            <numerusform>Đến giờ hạt nhân đã loại bỏ %n datagram gửi đến nó, thường vì vùng đệm đầy (số đếm của chính hạt nhân, quan sát từ bên ngoài).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for a connection; it still lasts.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ kết nối đến; vẫn còn chờ.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for a connection, at most %3 and perhaps not at all.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ kết nối đến nhiều nhất %3, có thể không hề chờ.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for a connection, at least %4 and at most %3.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ kết nối đến ít nhất %4 và nhiều nhất %3.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: phase 1, waiting for a connection, %3.</source>
        <translation>%1, descriptor %2: giai đoạn 1, chờ kết nối đến, %3.</translation>
    </message>
    <message>
        <source>select() does not look at it: its first argument is %1.</source>
        <translation>select() không xem bit này: tham số thứ nhất là %1.</translation>
    </message>
    <message>
        <source>%1, bit %2: not recorded.</source>
        <translation>%1, bit %2: không được ghi lại.</translation>
    </message>
    <message>
        <source>%1, bit %2: %3.</source>
        <comment>a set, a bit, 0 or 1</comment>
        <translation>%1, bit %2: %3.</translation>
    </message>
    <message>
        <source>select() failed, so it tells nothing of descriptor %1, and the bit is as it was.</source>
        <translation>select() thất bại nên không cho biết gì về descriptor %1, và bit giữ nguyên như cũ.</translation>
    </message>
    <message>
        <source>%1, descriptor %2: waiting for room in its send buffer, at most %3 and perhaps not at all.</source>
        <translation>%1, descriptor %2: chờ vùng đệm gửi có chỗ, nhiều nhất %3, có thể không hề chờ.</translation>
    </message>
    <message>
        <source>%1: waiting until one of its descriptors is ready, at most %2 and perhaps not at all.</source>
        <translation>%1: chờ đến khi một descriptor sẵn sàng, nhiều nhất %2, có thể không hề chờ.</translation>
    </message>
    <message>
        <source>Entry %1: descriptor %2, asked about %3. poll() failed: it tells nothing of it.</source>
        <translation>Phần tử %1: descriptor %2, hỏi về %3. poll() thất bại nên không cho biết gì về descriptor này.</translation>
    </message>
    <message>
        <source>Its data has arrived (inferred), but no thread of the library was seen on its descriptor: it waits for one, and nobody copies (inferred).</source>
        <translation>Dữ liệu của nó đã đến (suy ra), nhưng không thấy luồng nào của thư viện ở descriptor này: nó còn chờ luồng, chưa ai copy (suy ra).</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Không đọc được %1: %2</translation>
    </message>
    <message>
        <source>%1 is not a recording of this program.</source>
        <translation>%1 không phải là bản ghi của chương trình này.</translation>
    </message>
    <message>
        <source>%1 was recorded by a newer version of this program, which this one does not understand.</source>
        <translation>%1 do một phiên bản mới hơn của chương trình ghi, phiên bản này không hiểu được.</translation>
    </message>
    <message>
        <source>%1 ends too early: a part of the recording is missing.</source>
        <translation>%1 bị cụt: thiếu một phần của bản ghi.</translation>
    </message>
    <message>
        <source>%1 is too large for this program to open.</source>
        <translation>%1 quá lớn, chương trình không mở được.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1.</source>
        <translation>Không đủ bộ nhớ cho %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Không ghi được %1: %2</translation>
    </message>
    <message>
        <source>Cancelled: %1 is as it was.</source>
        <translation>Đã huỷ: %1 vẫn như cũ.</translation>
    </message>
    <message>
        <source>Script, line %1: there is no action “%2”.</source>
        <translation>Kịch bản, dòng %1: không có hành động “%2”.</translation>
    </message>
    <message>
        <source>Script, line %1: “%2” is nothing to wait for.</source>
        <translation>Kịch bản, dòng %1: “%2” không phải là điều có thể chờ.</translation>
    </message>
    <message>
        <source>Script, line %1: there is no system call “%2”.</source>
        <translation>Kịch bản, dòng %1: không có lời gọi hệ thống “%2”.</translation>
    </message>
    <message>
        <source>Script, line %1: “%2” is not a number, or it is out of range.</source>
        <translation>Kịch bản, dòng %1: “%2” không phải là số, hoặc nằm ngoài khoảng cho phép.</translation>
    </message>
    <message>
        <source>Script, line %1: something is missing after “%2”.</source>
        <translation>Kịch bản, dòng %1: sau “%2” còn thiếu một phần.</translation>
    </message>
    <message>
        <source>Script, line %1: “%2” is too much.</source>
        <translation>Kịch bản, dòng %1: thừa “%2”.</translation>
    </message>
    <message>
        <source>Script, line %1: the closing quotation mark is missing.</source>
        <translation>Kịch bản, dòng %1: thiếu dấu ngoặc kép đóng.</translation>
    </message>
    <message>
        <source>Script, line %1: “%2” is not a unit that fits here.</source>
        <translation>Kịch bản, dòng %1: “%2” không phải là đơn vị dùng được ở đây.</translation>
    </message>
    <message>
        <source>Script, line %1: %2 connects to another program and accepts nobody. The script is for a server that does.</source>
        <translation>Kịch bản, dòng %1: %2 tự kết nối đến một chương trình khác và không chấp nhận kết nối nào. Kịch bản này dành cho một server có chấp nhận kết nối.</translation>
    </message>
    <message>
        <source>Script, line %1: client %2 has not connected yet.</source>
        <translation>Kịch bản, dòng %1: client %2 chưa kết nối.</translation>
    </message>
    <message>
        <source>Script, line %1: more clients than the program can start.</source>
        <translation>Kịch bản, dòng %1: nhiều client hơn số chương trình có thể tạo.</translation>
    </message>
    <message>
        <source>Script, line %1: what it waits for did not happen in time.</source>
        <translation>Kịch bản, dòng %1: điều nó chờ đã không xảy ra kịp.</translation>
    </message>
    <message>
        <source>Script, line %1: the run has ended before it was done.</source>
        <translation>Kịch bản, dòng %1: lần chạy đã kết thúc trước khi làm xong.</translation>
    </message>
    <message>
        <source>Script, line %1: %2() failed (%3): %4.</source>
        <translation>Kịch bản, dòng %1: %2() thất bại (%3): %4.</translation>
    </message>
    <message>
        <source>There is no server of that name.</source>
        <translation>Không có server nào tên như vậy.</translation>
    </message>
    <message>
        <source>Port %1 is in use already. Choose another port, or 0: then the system chooses a free one.</source>
        <translation>Cổng %1 đang được dùng. Hãy chọn cổng khác, hoặc 0 để hệ thống chọn một cổng trống.</translation>
    </message>
    <message>
        <source>The system does not permit port %1: ports below 1024 are reserved. Choose a port from 1024 on, or 0: then the system chooses a free one.</source>
        <translation>Hệ thống không cho phép dùng cổng %1: các cổng dưới 1024 được dành riêng. Hãy chọn cổng từ 1024 trở lên, hoặc 0 để hệ thống chọn một cổng trống.</translation>
    </message>
    <message>
        <source>%1() failed (%2): no descriptor is left. Close some clients, or raise the limit with “ulimit -n”.</source>
        <translation>%1() thất bại (%2): đã hết descriptor. Hãy đóng bớt client, hoặc nâng giới hạn bằng “ulimit -n”.</translation>
    </message>
    <message>
        <source>Nobody listens on port %1 any more: has the server been stopped?</source>
        <translation>Không còn ai nghe ở cổng %1: server đã kết thúc rồi chăng?</translation>
    </message>
    <message>
        <source>This system does not let a thread have a descriptor table of its own (close_range: %1). Linux 5.9 or newer is needed.</source>
        <translation>Hệ thống này không cho một luồng có bảng descriptor riêng (close_range: %1). Cần Linux 5.9 trở lên.</translation>
    </message>
    <message>
        <source>%1() failed (%2): %3.</source>
        <translation>%1() thất bại (%2): %3.</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe and is left alone: choose the name of a file.</source>
        <translation>%1 là một thiết bị hoặc một đường ống (pipe) nên được giữ nguyên: hãy chọn tên của một tệp.</translation>
    </message>
    <message>
        <source>Script, line %1: client %2 is connected already.</source>
        <translation>Kịch bản, dòng %1: client %2 đã kết nối rồi.</translation>
    </message>
    <message>
        <source>Script, line %1: client %2 is not connected.</source>
        <translation>Kịch bản, dòng %1: client %2 không có kết nối.</translation>
    </message>
    <message>
        <source>%1 is damaged at byte %2.</source>
        <translation>%1 bị hỏng ở byte %2.</translation>
    </message>
    <message>
        <source>Script, line %1: this server is not driven by signals, it has none to hold.</source>
        <translation>Kịch bản, dòng %1: server này không hoạt động theo tín hiệu nên không có tín hiệu nào để chặn.</translation>
    </message>
    <message>
        <source>This system does not permit io_uring (io_uring_setup: %1); all other servers work. It may be switched off (sysctl kernel.io_uring_disabled), forbidden to this program (seccomp), or missing in the kernel.</source>
        <translation>Hệ thống này không cho dùng io_uring (io_uring_setup: %1); mọi server khác vẫn chạy. Có thể nó đã bị tắt (sysctl kernel.io_uring_disabled), bị cấm với chương trình này (seccomp), hoặc hạt nhân không có.</translation>
    </message>
    <message>
        <source>Script, line %1: a text in quotation marks is wanted, not “%2”.</source>
        <translation>Kịch bản, dòng %1: cần một đoạn văn bản trong dấu ngoặc kép, không phải “%2”.</translation>
    </message>
    <message>
        <source>Script, line %1: this server never sleeps in %2(). The script is for another model.</source>
        <translation>Kịch bản, dòng %1: server này không bao giờ ngủ trong %2(). Kịch bản dành cho mô hình khác.</translation>
    </message>
    <message>
        <source>Script, line %1: the server %2 has no connections (UDP). The script is for another model.</source>
        <translation>Kịch bản, dòng %1: server %2 không có kết nối (UDP). Kịch bản dành cho mô hình khác.</translation>
    </message>
    <message>
        <source>The script wants a timeout (“with timeout”), but the server %1 has none: that is left out.</source>
        <translation>Kịch bản muốn có thời gian chờ (“with timeout”), nhưng server %1 không có: điều đó bị bỏ qua.</translation>
    </message>
    <message>
        <source>The script wants a send buffer of its own size (“with send-buffer”), but the server %1 sets none: that is left out.</source>
        <translation>Kịch bản muốn vùng đệm gửi có cỡ riêng (“with send-buffer”), nhưng server %1 không đặt: điều đó bị bỏ qua.</translation>
    </message>
    <message>
        <source>The script wants queued signals (“with queued signals”), but the server %1 is not driven by signals: that is left out.</source>
        <translation>Kịch bản muốn tín hiệu được xếp hàng (“with queued signals”), nhưng server %1 không hoạt động theo tín hiệu: điều đó bị bỏ qua.</translation>
    </message>
    <message>
        <source>Script, line %1: with a timeout of 0 this server only asks and never sleeps in %2(): the wait could not come true.</source>
        <translation>Kịch bản, dòng %1: với thời gian chờ bằng 0, server này chỉ hỏi và không bao giờ ngủ trong %2(): điều chờ đợi không thể xảy ra.</translation>
    </message>
    <message>
        <source>Script, line %1: the server %2 never sends urgent data, so the client would wait for ever.</source>
        <translation>Kịch bản, dòng %1: server %2 không bao giờ gửi dữ liệu khẩn, nên client sẽ chờ mãi mãi.</translation>
    </message>
    <message>
        <source>Script, line %1: what it waits for cannot come: %2() failed (%3), the server has no descriptor left for another client. Close some clients, or raise the limit with “ulimit -n”.</source>
        <translation>Kịch bản, dòng %1: điều chờ đợi không thể xảy ra: %2() thất bại (%3), server không còn descriptor nào cho client nữa. Hãy đóng bớt client hoặc nâng giới hạn bằng “ulimit -n”.</translation>
    </message>
    <message>
        <source>Script, line %1: client after client still waits in %2(): nobody answers in time.</source>
        <translation>Kịch bản, dòng %1: hết client này đến client khác vẫn chờ trong %2(): không ai trả lời kịp.</translation>
    </message>
    <message>
        <source>Script, line %1: the server %2 talks TCP, a stream of bytes, in which 0 bytes are nothing to send. Only a datagram can be empty: that is for the servers over UDP.</source>
        <translation>Kịch bản, dòng %1: server %2 dùng TCP, một dòng byte, trong đó 0 byte nghĩa là không có gì để gửi. Chỉ datagram mới có thể rỗng: hãy dùng với các server UDP.</translation>
    </message>
    <message>
        <source>The script wants a pause between two rounds of polling (“with pause”), but the server %1 does not poll: that is left out.</source>
        <translation>Kịch bản muốn nghỉ giữa hai vòng polling (“with pause”), nhưng server %1 không polling: bỏ qua điều này.</translation>
    </message>
    <message>
        <source>The script wants to choose how a complete read is told of (“with notify”), but the server %1 does not use aio: that is left out.</source>
        <translation>Kịch bản muốn chọn cách báo một lần đọc đã hoàn tất (“with notify”), nhưng server %1 không dùng aio: bỏ qua điều này.</translation>
    </message>
    <message>
        <source>The script wants epoll to tell of each arrival once (“with edge”), but the server %1 knows no edge: that is left out.</source>
        <translation>Kịch bản muốn epoll báo mỗi lần dữ liệu đến đúng một lần (“with edge”), nhưng server %1 không có chế độ báo theo sườn (edge): bỏ qua điều này.</translation>
    </message>
    <message>
        <source>%1 was kept while its run went on, which did not end in order: up to a second may be missing at its end.</source>
        <translation>%1 được giữ lại trong khi lần chạy còn đang diễn ra, và lần chạy ấy không kết thúc bình thường: ở cuối có thể thiếu đến một giây.</translation>
    </message>
    <message>
        <source>Script, line %1: %2</source>
        <translation>Kịch bản, dòng %1: %2</translation>
    </message>
    <message>
        <source>The thread “%1” did not end and was left behind.</source>
        <translation>Luồng “%1” không kết thúc nên bị bỏ lại.</translation>
    </message>
    <message>
        <source>The thread “%1” did not end and was left behind: it is in %2().</source>
        <translation>Luồng “%1” không kết thúc nên bị bỏ lại: nó đang ở trong %2().</translation>
    </message>
    <message numerus="yes">
        <source>%n threads of the C library sleep in read() for ever, at descriptor %1: it was closed while they read, so nothing reaches them any more.</source>
        <translation>
            <numerusform>%n luồng của thư viện C ngủ mãi mãi trong read() ở descriptor %1: descriptor này đã bị đóng trong lúc luồng đang đọc, nên không gì đánh thức được luồng nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system does not allow another thread (pthread_create: %1). Close some clients or other programs, or raise the limit with “ulimit -u”.</source>
        <translation>Hệ thống không cho phép tạo thêm luồng (pthread_create: %1). Hãy đóng bớt client hoặc chương trình khác, hoặc nâng giới hạn bằng “ulimit -u”.</translation>
    </message>
    <message>
        <source>There is no memory left, so the run was ended. Close other programs, or raise the limit with “ulimit -v”.</source>
        <translation>Đã hết bộ nhớ nên lần chạy bị kết thúc. Hãy đóng bớt chương trình khác, hoặc nâng giới hạn bằng “ulimit -v”.</translation>
    </message>
    <message>
        <source>Script, line %1: there is no program “%2”. They are numbered from 2, and “iomodels list servers” names those that can be started.</source>
        <translation>Kịch bản, dòng %1: không có chương trình “%2”. Chương trình được đánh số từ 2, và “iomodels list servers” cho biết tên những chương trình chạy được.</translation>
    </message>
    <message>
        <source>Script, line %1: programs are numbered in a row: the next one is program %2.</source>
        <translation>Kịch bản, dòng %1: các chương trình được đánh số liên tiếp: tiếp theo là chương trình %2.</translation>
    </message>
    <message>
        <source>Script, line %1: the program %2 has no terminal: nothing can be typed there, and it shows nothing.</source>
        <translation>Kịch bản, dòng %1: chương trình %2 không có terminal: không gõ vào đó được, và nó không hiện gì.</translation>
    </message>
    <message>
        <source>Script, line %1: what it waits for cannot come: program %2 has ended.</source>
        <translation>Kịch bản, dòng %1: điều nó chờ không thể đến nữa: chương trình %2 đã kết thúc.</translation>
    </message>
    <message>
        <source>The script wants a pipe as standard input (“with stdin pipe”), but the server %1 reads none: that is left out.</source>
        <translation>Kịch bản muốn đầu vào chuẩn là đường ống (“with stdin pipe”), nhưng server %1 không đọc đầu vào nào: điều ấy được bỏ qua.</translation>
    </message>
    <message>
        <source>Script, line %1, column %2 of the statement: %3</source>
        <translation>Kịch bản, dòng %1, cột %2 của câu lệnh: %3</translation>
    </message>
    <message>
        <source>Script, line %1: the bench was to refuse “%2”, and has run it.</source>
        <translation>Kịch bản, dòng %1: lẽ ra bàn thí nghiệm phải từ chối “%2”, nhưng nó đã chạy câu lệnh đó.</translation>
    </message>
    <message>
        <source>Script, line %1: the bench sits somewhere already; “bench in …” comes before its first statement.</source>
        <translation>Kịch bản, dòng %1: bàn thí nghiệm đã có chỗ rồi; “bench in …” phải đứng trước câu lệnh đầu tiên của nó.</translation>
    </message>
    <message>
        <source>Script, line %1: the bench has been given no statement yet.</source>
        <translation>Kịch bản, dòng %1: bàn thí nghiệm chưa được giao câu lệnh nào.</translation>
    </message>
    <message>
        <source>Script, line %1: the bench does not sleep in %2(): it has nothing to do.</source>
        <translation>Kịch bản, dòng %1: bàn thí nghiệm không ngủ trong %2(): nó chẳng có việc gì để làm.</translation>
    </message>
    <message>
        <source>The script wants only so many descriptors free (“with free descriptors”), but the server %1 cannot be given that: it is left out.</source>
        <translation>Kịch bản muốn chỉ còn chừng ấy descriptor trống (“with free descriptors”), nhưng với server %1 thì không đặt được: phần đó bị bỏ qua.</translation>
    </message>
    <message>
        <source>This machine has no address at which others could reach it: is it in a network?</source>
        <translation>Máy này không có địa chỉ nào để máy khác kết nối tới: máy đã vào mạng chưa?</translation>
    </message>
    <message>
        <source>This machine can be reached at %1.</source>
        <translation>Có thể kết nối tới máy này ở %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IPv4 address. %2</source>
        <comment>%2 is a sentence</comment>
        <translation>&quot;%1&quot; không phải là địa chỉ IPv4. %2</translation>
    </message>
    <message>
        <source>%1 is no address of this machine. %2</source>
        <comment>%2 is a sentence</comment>
        <translation>%1 không phải là địa chỉ của máy này. %2</translation>
    </message>
    <message>
        <source>At %1 the server itself is: no other machine is let in there. %2</source>
        <comment>%2 is a sentence</comment>
        <translation>%1 là chỗ của chính server: máy khác không vào được ở đó. %2</translation>
    </message>
    <message>
        <source>At %1 no port is free.</source>
        <translation>Ở %1 không còn cổng nào trống.</translation>
    </message>
    <message>
        <source>The system does not permit anybody to be let in at %1.</source>
        <translation>Hệ thống không cho phép nhận kết nối ở %1.</translation>
    </message>
    <message>
        <source>Nobody can be let in at %1 (%2): %3.</source>
        <translation>Không nhận được kết nối ở %1 (%2): %3.</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; talks UDP: an audience can come in over TCP only.</source>
        <translation>Server &quot;%1&quot; dùng UDP: lớp chỉ kết nối được qua TCP.</translation>
    </message>
    <message>
        <source>The bench is no server: an audience finds nobody there.</source>
        <translation>Bàn thí nghiệm không phải là server: lớp không có ai để kết nối tới.</translation>
    </message>
    <message>
        <source>This machine has no longer the address %1, nobody reaches it there: close, and let the audience in at another one.</source>
        <translation>Máy này không còn địa chỉ %1 nữa nên không ai vào được ở đó: hãy đóng lại rồi mời lớp vào ở một địa chỉ khác.</translation>
    </message>
</context>
<context>
    <name>Quiz</name>
    <message>
        <source>I/O models: the answers of examination %1</source>
        <translation>Các mô hình vào/ra: đáp án đề thi %1</translation>
    </message>
    <message>
        <source>I/O models: examination %1</source>
        <translation>Các mô hình vào/ra: đề thi %1</translation>
    </message>
    <message>
        <source>The script of the lesson “%1”, played on the server “%2”:</source>
        <translation>Kịch bản của bài “%1”, chạy với server “%2”:</translation>
    </message>
    <message>
        <source>At “…” it waits until what was done before has had its effect.</source>
        <translation>Ở chỗ “…”, kịch bản chờ cho đến khi việc làm trước đó đã có tác dụng.</translation>
    </message>
    <message>
        <source>The script “%1”, played on the server “%2”:</source>
        <translation>Kịch bản “%1”, chạy với server “%2”:</translation>
    </message>
    <message>
        <source>%1 Which descriptor will it return?</source>
        <translation>%1 Nó sẽ trả về descriptor nào?</translation>
    </message>
    <message>
        <source>%1 Into which entry of the program&apos;s table will the new descriptor go?</source>
        <translation>%1 Descriptor mới sẽ nằm ở ô nào của bảng trong chương trình?</translation>
    </message>
    <message>
        <source>%1 Will the thread sleep in it?</source>
        <translation>%1 Luồng có ngủ trong lời gọi ấy không?</translation>
    </message>
    <message>
        <source>%1 Which bits are left at 1 in the sets when it has returned?</source>
        <translation>%1 Khi nó trả về, những bit nào trong các tập còn bằng 1?</translation>
    </message>
    <message>
        <source>%1 What will it return?</source>
        <translation>%1 Nó sẽ trả về bao nhiêu?</translation>
    </message>
    <message>
        <source>%1 What is its first argument?</source>
        <translation>%1 Tham số thứ nhất của nó là bao nhiêu?</translation>
    </message>
    <message>
        <source>%1 How many entries is it given (nfds)?</source>
        <translation>%1 Nó được đưa bao nhiêu phần tử (nfds)?</translation>
    </message>
    <message>
        <source>%1 How many bytes will it return?</source>
        <translation>%1 Nó sẽ trả về bao nhiêu byte?</translation>
    </message>
    <message>
        <source>%1 Whose data will it read?</source>
        <translation>%1 Nó sẽ đọc dữ liệu của ai?</translation>
    </message>
    <message>
        <source>%1 Which phases will this call have?</source>
        <translation>%1 Lời gọi này sẽ gồm những giai đoạn nào?</translation>
    </message>
    <message>
        <source>%1 What will the program do next, after it?</source>
        <translation>%1 Sau lời gọi ấy, chương trình làm gì tiếp?</translation>
    </message>
    <message>
        <source>%1 Whose datagram will it take?</source>
        <translation>%1 Nó sẽ lấy datagram của ai?</translation>
    </message>
    <message>
        <source>Server “%1”, script “%2”: the server is about to make its call of %3() number %4, %5.</source>
        <translation>Server “%1”, kịch bản “%2”: server sắp gọi %3() lần thứ %4, %5.</translation>
    </message>
    <message>
        <source>Lesson “%1”, chapter %2.</source>
        <comment>its name, a number</comment>
        <translation>Bài học “%1”, chương %2.</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Blocking I/O</source>
        <translation>Blocking I/O</translation>
    </message>
    <message>
        <source>Non-blocking I/O</source>
        <translation>Non-blocking I/O</translation>
    </message>
    <message>
        <source>I/O multiplexing: select()</source>
        <translation>I/O multiplexing: select()</translation>
    </message>
    <message>
        <source>I/O multiplexing: poll()</source>
        <translation>I/O multiplexing: poll()</translation>
    </message>
    <message>
        <source>Signal-driven I/O</source>
        <translation>Signal-driven I/O</translation>
    </message>
    <message>
        <source>Asynchronous I/O: POSIX aio</source>
        <translation>Asynchronous I/O: POSIX aio</translation>
    </message>
    <message>
        <source>Beyond the lecture: epoll</source>
        <translation>Ngoài bài giảng: epoll</translation>
    </message>
    <message>
        <source>Beyond the lecture: io_uring</source>
        <translation>Ngoài bài giảng: io_uring</translation>
    </message>
    <message>
        <source>I/O multiplexing: all that poll() tells</source>
        <translation>I/O multiplexing: mọi điều poll() cho biết</translation>
    </message>
    <message>
        <source>I/O multiplexing: the three sets of select()</source>
        <translation>I/O multiplexing: cả ba tập của select()</translation>
    </message>
    <message>
        <source>Blocking I/O, UDP</source>
        <translation>Blocking I/O, UDP</translation>
    </message>
    <message>
        <source>Non-blocking I/O, UDP</source>
        <translation>Non-blocking I/O, UDP</translation>
    </message>
    <message>
        <source>I/O multiplexing: poll(), UDP</source>
        <translation>I/O multiplexing: poll(), UDP</translation>
    </message>
    <message>
        <source>I/O multiplexing: select(), UDP</source>
        <translation>I/O multiplexing: select(), UDP</translation>
    </message>
    <message>
        <source>Signal-driven I/O, UDP</source>
        <translation>Signal-driven I/O, UDP</translation>
    </message>
    <message>
        <source>Asynchronous I/O: POSIX aio, UDP</source>
        <translation>Asynchronous I/O: POSIX aio, UDP</translation>
    </message>
    <message>
        <source>Chat server: a line goes to every other client</source>
        <translation>Server chat: một dòng được gửi đến mọi client khác</translation>
    </message>
    <message>
        <source>Chat server, UDP</source>
        <translation>Server chat, UDP</translation>
    </message>
    <message>
        <source>Relay between two clients</source>
        <translation>Server chuyển tiếp giữa hai client</translation>
    </message>
    <message>
        <source>Relay between two clients, UDP</source>
        <translation>Server chuyển tiếp giữa hai client, UDP</translation>
    </message>
    <message>
        <source>Wrong: readfds is not filled again</source>
        <translation>Sai: không đặt lại readfds</translation>
    </message>
    <message>
        <source>Wrong: select(maxfd, …) without + 1</source>
        <translation>Sai: select(maxfd, …) thiếu + 1</translation>
    </message>
    <message>
        <source>Wrong: FD_ISSET on the set that is watched</source>
        <translation>Sai: FD_ISSET trên tập theo dõi</translation>
    </message>
    <message>
        <source>Wrong: n = recv(…) &lt; 0</source>
        <translation>Sai: n = recv(…) &lt; 0</translation>
    </message>
    <message>
        <source>Wrong: one recv() taken for one message</source>
        <translation>Sai: tưởng một recv() là một tin nhắn</translation>
    </message>
    <message>
        <source>Wrong: an end of file is not closed</source>
        <translation>Sai: hết dữ liệu (EOF) mà không đóng</translation>
    </message>
    <message>
        <source>Wrong: closed, but not cleared</source>
        <translation>Sai: đóng mà không FD_CLR</translation>
    </message>
    <message>
        <source>Wrong: EINTR taken for an error</source>
        <translation>Sai: coi EINTR là lỗi</translation>
    </message>
    <message>
        <source>Wrong: recv() right after accept()</source>
        <translation>Sai: recv() ngay sau accept()</translation>
    </message>
    <message>
        <source>Wrong: the timeout is set once</source>
        <translation>Sai: thời gian chờ chỉ đặt một lần</translation>
    </message>
    <message>
        <source>Keyboard and socket: blocking</source>
        <translation>Bàn phím và socket: blocking</translation>
    </message>
    <message>
        <source>Keyboard and socket: polling</source>
        <translation>Bàn phím và socket: polling</translation>
    </message>
    <message>
        <source>Keyboard and socket: select()</source>
        <translation>Bàn phím và socket: select()</translation>
    </message>
    <message>
        <source>Keyboard and socket: select() and fgets(), the trap</source>
        <translation>Bàn phím và socket: select() với fgets(), cái bẫy</translation>
    </message>
    <message>
        <source>Chat, blocking</source>
        <translation>Chat kiểu blocking</translation>
    </message>
    <message>
        <source>Chat, blocking, UDP</source>
        <translation>Chat kiểu blocking, UDP</translation>
    </message>
    <message>
        <source>Chat, non-blocking</source>
        <translation>Chat kiểu non-blocking</translation>
    </message>
    <message>
        <source>Chat, non-blocking, UDP</source>
        <translation>Chat kiểu non-blocking, UDP</translation>
    </message>
    <message>
        <source>Chat with select()</source>
        <translation>Chat với select()</translation>
    </message>
    <message>
        <source>Chat with select(), UDP</source>
        <translation>Chat với select(), UDP</translation>
    </message>
    <message>
        <source>Chat, signal-driven</source>
        <translation>Chat kiểu signal-driven</translation>
    </message>
    <message>
        <source>Chat, signal-driven, UDP</source>
        <translation>Chat kiểu signal-driven, UDP</translation>
    </message>
    <message>
        <source>The bench: statements of C, one at a time</source>
        <translation>Bàn thí nghiệm: các câu lệnh C, mỗi lần một câu</translation>
    </message>
    <message>
        <source>Wrong: F_SETFL without F_GETFL</source>
        <translation>Sai: F_SETFL mà không F_GETFL</translation>
    </message>
    <message>
        <source>Wrong: gets() writes past the end of the buffer</source>
        <translation>Sai: gets() ghi tràn vùng đệm</translation>
    </message>
    <message>
        <source>Wrong: what send() returns is ignored</source>
        <translation>Sai: bỏ qua giá trị trả về của send()</translation>
    </message>
    <message>
        <source>Wrong: send() without MSG_NOSIGNAL</source>
        <translation>Sai: send() thiếu MSG_NOSIGNAL</translation>
    </message>
    <message>
        <source>Wrong: the signal&apos;s handler reads once</source>
        <translation>Sai: hàm xử lý tín hiệu chỉ đọc một lần</translation>
    </message>
    <message>
        <source>Wrong: EMFILE in the accept loop</source>
        <translation>Sai: EMFILE trong vòng accept()</translation>
    </message>
    <message>
        <source>Wrong: sizeof is sent instead of what was read</source>
        <translation>Sai: gửi sizeof thay vì số byte đã đọc</translation>
    </message>
    <message>
        <source>Beyond the lecture: a thread for each client</source>
        <translation>Ngoài bài giảng: mỗi client một luồng</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>This recording is in no file yet. Shall it be saved first?</source>
        <translation>Bản ghi này chưa được lưu vào tệp nào. Bạn có muốn lưu trước không?</translation>
    </message>
    <message>
        <source>Unsaved recording</source>
        <translation>Bản ghi chưa lưu</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Lưu…</translation>
    </message>
    <message>
        <source>&amp;Discard it</source>
        <translation>&amp;Không lưu</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Huỷ</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>a thread&apos;s state</comment>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a thread&apos;s state</comment>
        <translation>đang chạy</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>a thread&apos;s state</comment>
        <translation>đang ngủ</translation>
    </message>
    <message>
        <source>copying</source>
        <comment>a thread&apos;s state</comment>
        <translation>đang copy</translation>
    </message>
    <message>
        <source>held at the gate</source>
        <comment>a thread&apos;s state</comment>
        <translation>bị giữ ở chốt</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a thread&apos;s state</comment>
        <translation>đã kết thúc</translation>
    </message>
    <message>
        <source>measured</source>
        <comment>how it is known</comment>
        <translation>đo được</translation>
    </message>
    <message>
        <source>within the sender&apos;s send()</source>
        <comment>how it is known</comment>
        <translation>nằm trong send() của bên gửi</translation>
    </message>
    <message>
        <source>inferred</source>
        <comment>how it is known</comment>
        <translation>suy ra</translation>
    </message>
    <message>
        <source>seen from outside</source>
        <comment>how it is known</comment>
        <translation>quan sát từ bên ngoài</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>how it is known</comment>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>unknown thread</source>
        <translation>luồng không rõ</translation>
    </message>
    <message>
        <source>server</source>
        <comment>a thread&apos;s name</comment>
        <translation>server</translation>
    </message>
    <message>
        <source>control</source>
        <comment>a thread&apos;s name</comment>
        <translation>điều khiển</translation>
    </message>
    <message>
        <source>client %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>client %1</translation>
    </message>
    <message>
        <source>listening socket</source>
        <translation>socket nghe</translation>
    </message>
    <message>
        <source>not connected</source>
        <comment>a socket</comment>
        <translation>chưa kết nối</translation>
    </message>
    <message>
        <source>another program, port %1</source>
        <translation>chương trình khác, cổng %1</translation>
    </message>
    <message>
        <source>connected</source>
        <comment>a socket</comment>
        <translation>đã kết nối</translation>
    </message>
    <message>
        <source>%1: the thread begins.</source>
        <translation>%1: luồng bắt đầu.</translation>
    </message>
    <message>
        <source>%1: the thread ends.</source>
        <translation>%1: luồng kết thúc.</translation>
    </message>
    <message>
        <source>%1: held at the gate.</source>
        <translation>%1: bị giữ ở chốt.</translation>
    </message>
    <message>
        <source>%1: held at the gate for %2.</source>
        <translation>%1: bị giữ ở chốt trong %2.</translation>
    </message>
    <message>
        <source>%1: looked at from outside.</source>
        <translation>%1: quan sát từ bên ngoài.</translation>
    </message>
    <message>
        <source>Port %1: looked at from outside.</source>
        <translation>Cổng %1: quan sát từ bên ngoài.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>thread, step</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, not returned yet.</source>
        <comment>thread, call</comment>
        <translation>%1: %2, chưa trả về.</translation>
    </message>
    <message>
        <source>%1: %2, took %3.</source>
        <comment>thread, call, duration</comment>
        <translation>%1: %2, mất %3.</translation>
    </message>
    <message>
        <source>between calls</source>
        <comment>a thread&apos;s state</comment>
        <translation>giữa hai lời gọi</translation>
    </message>
    <message>
        <source>held</source>
        <comment>a thread at the gate, where else the call&apos;s name stands</comment>
        <translation>bị giữ</translation>
    </message>
    <message>
        <source>thread begins</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>luồng bắt đầu</translation>
    </message>
    <message>
        <source>thread ends</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>luồng kết thúc</translation>
    </message>
    <message>
        <source>handler begins</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>vào hàm xử lý</translation>
    </message>
    <message>
        <source>handler ends</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>rời hàm xử lý</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes read</source>
        <comment>a request, complete</comment>
        <translation>
            <numerusform>đã đọc %n byte</numerusform>
        </translation>
    </message>
    <message>
        <source>end of file</source>
        <comment>a request, complete</comment>
        <translation>hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a request</comment>
        <translation>thất bại</translation>
    </message>
    <message>
        <source>is complete</source>
        <comment>a request</comment>
        <translation>đã hoàn tất</translation>
    </message>
    <message>
        <source>notification thread</source>
        <comment>a thread&apos;s name</comment>
        <translation>luồng báo tin</translation>
    </message>
    <message>
        <source>notification thread %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>luồng báo tin %1</translation>
    </message>
    <message>
        <source>datagram socket</source>
        <translation>socket datagram</translation>
    </message>
    <message>
        <source>no port yet</source>
        <comment>a datagram socket</comment>
        <translation>chưa có cổng</translation>
    </message>
    <message>
        <source>state observed</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>quan sát trạng thái</translation>
    </message>
    <message>
        <source>socket observed</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>quan sát socket</translation>
    </message>
    <message>
        <source>CPU time observed</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>quan sát thời gian CPU</translation>
    </message>
    <message>
        <source>library thread observed</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>quan sát luồng của thư viện</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>a client&apos;s message, where else a call&apos;s name stands</comment>
        <translation>dự định gửi</translation>
    </message>
    <message>
        <source>%1: told when to send.</source>
        <translation>%1: nhận thời điểm phải gửi.</translation>
    </message>
    <message>
        <source>polling</source>
        <comment>a thread&apos;s state</comment>
        <translation>đang polling</translation>
    </message>
    <message>
        <source>%1: %2, again and again for %3, each time in vain so far.</source>
        <comment>thread, call, duration</comment>
        <translation>%1: gọi đi gọi lại %2, đã %3, cho đến giờ lần nào cũng chưa có gì.</translation>
    </message>
    <message>
        <source>datagrams dropped</source>
        <comment>where else a call&apos;s name stands</comment>
        <translation>datagram bị loại bỏ</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>the end of a list</comment>
        <translation>%1 hoặc %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation>%1 và %2</translation>
    </message>
    <message>
        <source>Chapter %1: %2</source>
        <comment>its number, its title</comment>
        <translation>Chương %1: %2</translation>
    </message>
    <message>
        <source>keyboard</source>
        <comment>a thread&apos;s name</comment>
        <translation>bàn phím</translation>
    </message>
    <message>
        <source>chat server</source>
        <comment>a program&apos;s name</comment>
        <translation>server chat</translation>
    </message>
    <message>
        <source>program %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>chương trình %1</translation>
    </message>
    <message>
        <source>keyboard of program %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>bàn phím của chương trình %1</translation>
    </message>
    <message>
        <source>control of program %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>điều khiển của chương trình %1</translation>
    </message>
    <message>
        <source>bench</source>
        <comment>a thread&apos;s name</comment>
        <translation>bàn thí nghiệm</translation>
    </message>
    <message>
        <source>keyboard of the bench</source>
        <comment>a thread&apos;s name</comment>
        <translation>bàn phím của bàn thí nghiệm</translation>
    </message>
    <message>
        <source>control of the bench</source>
        <comment>a thread&apos;s name</comment>
        <translation>điều khiển của bàn thí nghiệm</translation>
    </message>
    <message>
        <source>worker %1</source>
        <comment>a thread&apos;s name</comment>
        <translation>luồng làm việc %1</translation>
    </message>
    <message>
        <source>killed</source>
        <comment>a program by a signal, where else a call&apos;s name stands</comment>
        <translation>bị kết thúc</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <comment>a program that has ended</comment>
        <translation>bị kết thúc vì %1</translation>
    </message>
    <message>
        <source>%1: killed by %2.</source>
        <translation>%1: bị kết thúc vì %2.</translation>
    </message>
    <message>
        <source>events lost</source>
        <comment>of a recording, where else a call&apos;s name stands</comment>
        <translation>sự kiện bị mất</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n events were not recorded.</source>
        <translation>
            <numerusform>%1: %n sự kiện không được ghi lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Tạm dừng</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>Chạy &amp;tiếp</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Phá&amp;t lại</translation>
    </message>
    <message>
        <source>&amp;Pause playing</source>
        <translation>&amp;Tạm dừng phát lại</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>Chạy &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Bước tới</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Bước &amp;lùi</translation>
    </message>
    <message>
        <source>To the be&amp;ginning</source>
        <translation>Về đầ&amp;u</translation>
    </message>
    <message>
        <source>To no&amp;w</source>
        <translation>Tới &amp;hiện tại</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Kết thúc</translation>
    </message>
    <message>
        <source>Connect a &amp;client</source>
        <translation>Kết &amp;nối một client</translation>
    </message>
    <message>
        <source>Play a sc&amp;ript…</source>
        <translation>&amp;Chạy kịch bản…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Mở…</translation>
    </message>
    <message>
        <source>&amp;Save recording…</source>
        <translation>&amp;Lưu bản ghi…</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>&amp;Xuất hình…</translation>
    </message>
    <message>
        <source>Export for &amp;Perfetto…</source>
        <translation>Xuất cho &amp;Perfetto…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Chép hình</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;About I/O Models</source>
        <translation>&amp;Giới thiệu I/O Models</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Lớn hơn</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Nhỏ hơn</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Cỡ mặc định</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Toàn &amp;màn hình</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Đặt lại &amp;bố cục</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Sự kiện</translation>
    </message>
    <message>
        <source>Real &amp;time</source>
        <translation>&amp;Thời gian thực</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Phóng to</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Thu &amp;nhỏ</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Hiện tất &amp;cả</translation>
    </message>
    <message>
        <source>As the &amp;desktop wishes</source>
        <translation>Theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Bật</translation>
    </message>
    <message>
        <source>O&amp;ff</source>
        <translation>&amp;Tắt</translation>
    </message>
    <message>
        <source>Connect</source>
        <comment>on the tool bar: a client</comment>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Picture</source>
        <comment>on the tool bar: export one</comment>
        <translation>Hình</translation>
    </message>
    <message>
        <source>Co&amp;mpare the models…</source>
        <translation>So &amp;sánh các mô hình…</translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>on the tool bar: the models</comment>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Send &amp;urgent data</source>
        <translation>Gử&amp;i dữ liệu khẩn</translation>
    </message>
    <message>
        <source>Recei&amp;ve urgent data</source>
        <translation>Nhận b&amp;yte khẩn</translation>
    </message>
    <message>
        <source>&amp;Interrupt the server</source>
        <translation>N&amp;gắt server</translation>
    </message>
    <message>
        <source>&amp;Hold the server&apos;s signals</source>
        <translation>Chặn tín hiệu của ser&amp;ver</translation>
    </message>
    <message>
        <source>Close a &amp;descriptor of the server…</source>
        <translation>Đóng một &amp;descriptor của server…</translation>
    </message>
    <message>
        <source>Closes the gate: every thread is held before its next call</source>
        <translation>Đóng chốt: mỗi luồng bị giữ trước lời gọi kế tiếp</translation>
    </message>
    <message>
        <source>Opens the gate: the threads run on</source>
        <translation>Mở chốt: các luồng chạy tiếp</translation>
    </message>
    <message>
        <source>Plays the recording from the instant shown</source>
        <translation>Phát lại bản ghi từ thời điểm đang hiện</translation>
    </message>
    <message>
        <source>Stays at the instant shown</source>
        <translation>Dừng ở thời điểm đang hiện</translation>
    </message>
    <message>
        <source>Starts the chosen server anew</source>
        <translation>Chạy lại server đã chọn từ đầu</translation>
    </message>
    <message>
        <source>One call further; at now, the thread that has waited longest at the gate does one call</source>
        <translation>Tới thêm một lời gọi; nếu đang ở hiện tại, luồng chờ lâu nhất ở chốt thực hiện một lời gọi</translation>
    </message>
    <message>
        <source>Looks at the instant one step earlier</source>
        <translation>Xem thời điểm trước đó một bước</translation>
    </message>
    <message>
        <source>Looks at the beginning of the recording</source>
        <translation>Xem lúc bắt đầu của bản ghi</translation>
    </message>
    <message>
        <source>Looks at the latest instant recorded and follows the run</source>
        <translation>Xem thời điểm mới nhất đã ghi và theo dõi lần chạy</translation>
    </message>
    <message>
        <source>Ends the server and its clients; the recording stays</source>
        <translation>Kết thúc server và các client; bản ghi vẫn còn</translation>
    </message>
    <message>
        <source>Starts another client thread, which connects to the server</source>
        <translation>Tạo thêm một luồng client và kết nối tới server</translation>
    </message>
    <message>
        <source>Saves a figure or the whole window as %1</source>
        <comment>formats</comment>
        <translation>Lưu một hình hoặc cả cửa sổ thành %1</translation>
    </message>
    <message>
        <source>Every event has the same room, waits are folded</source>
        <translation>Mỗi sự kiện rộng như nhau, các lần chờ được thu gọn</translation>
    </message>
    <message>
        <source>Widths are in proportion to real time</source>
        <translation>Độ rộng tỉ lệ với thời gian thực</translation>
    </message>
    <message>
        <source>Lets the models do the same work, one after the other, and measures them</source>
        <translation>Cho các mô hình lần lượt làm cùng một việc rồi đo</translation>
    </message>
    <message>
        <source>The chosen client sends its text with MSG_OOB: the last byte is urgent data</source>
        <translation>Client đang chọn gửi văn bản của nó với MSG_OOB: byte cuối là dữ liệu khẩn</translation>
    </message>
    <message>
        <source>The chosen client waits for an urgent byte and takes it; only a server that sends one wakes it</source>
        <translation>Client đang chọn chờ một byte khẩn rồi lấy nó; chỉ server có gửi byte khẩn mới đánh thức được nó</translation>
    </message>
    <message>
        <source>A signal whose handler does nothing: a call in which the server sleeps returns EINTR</source>
        <translation>Một tín hiệu có hàm xử lý không làm gì: lời gọi mà server đang ngủ trong đó trả về EINTR</translation>
    </message>
    <message>
        <source>The main flow of the signal-driven server blocks its signals: no handler runs until they are taken again</source>
        <translation>Chương trình chính của server signal-driven chặn các tín hiệu của nó: không hàm xử lý nào chạy cho đến khi bỏ chặn</translation>
    </message>
    <message>
        <source>Another thread of the server closes it, and the server does not know</source>
        <translation>Một luồng khác của server đóng nó mà server không hay biết</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>Khung kế &amp;tiếp</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>Khung t&amp;rước</translation>
    </message>
    <message>
        <source>Ten steps &amp;further</source>
        <translation>Tiến mười bước tiế&amp;p</translation>
    </message>
    <message>
        <source>Ten steps bac&amp;k</source>
        <translation>&amp;Quay lại mười bước</translation>
    </message>
    <message>
        <source>Go to st&amp;ep…</source>
        <translation>&amp;Xem bước số…</translation>
    </message>
    <message>
        <source>Set the panel &amp;free, or dock it again</source>
        <translation>Tách &amp;khung ra, hoặc gắn lại</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>&amp;Rộng hơn</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>&amp;Hẹp hơn</translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation>&amp;Cao hơn</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>&amp;Thấp hơn</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Tiến</translation>
    </message>
    <message>
        <source>In a lesson the next sentence, else a step</source>
        <translation>Trong bài học: câu kế tiếp; ngoài bài học: bước tới</translation>
    </message>
    <message>
        <source>&amp;Backward</source>
        <translation>&amp;Lùi</translation>
    </message>
    <message>
        <source>In a lesson the sentence before, else a step back</source>
        <translation>Trong bài học: câu trước; ngoài bài học: bước lùi</translation>
    </message>
    <message>
        <source>&amp;Next chapter</source>
        <translation>Chương &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Previous chapter</source>
        <translation>Chương t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Catalogue of lessons</source>
        <translation>&amp;Danh mục bài học</translation>
    </message>
    <message>
        <source>The lessons of the lecture, in its order</source>
        <translation>Các bài học của bài giảng, theo thứ tự</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>&amp;Mở bài học…</translation>
    </message>
    <message>
        <source>&amp;Leave the lesson</source>
        <translation>Rời &amp;bài học</translation>
    </message>
    <message>
        <source>&amp;Keep my progress</source>
        <translation>&amp;Giữ tiến độ của tôi</translation>
    </message>
    <message>
        <source>Answers and finished lessons are remembered; switch it off in front of a class</source>
        <translation>Ghi nhớ những gì đã trả lời và các bài đã học xong; hãy tắt khi giảng trước lớp</translation>
    </message>
    <message>
        <source>Forge&amp;t my progress…</source>
        <translation>&amp;Quên tiến độ của tôi…</translation>
    </message>
    <message>
        <source>&amp;Export my progress…</source>
        <translation>&amp;Xuất tiến độ của tôi…</translation>
    </message>
    <message>
        <source>As the &amp;desktop is</source>
        <translation>Theo &amp;hệ thống</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Sáng</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Tối</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>Máy &amp;chiếu</translation>
    </message>
    <message>
        <source>P&amp;rint: black on white</source>
        <translation>&amp;In: đen trên trắng</translation>
    </message>
    <message>
        <source>The audience&apos;s picture over the whole screen; with a second screen there, and the speaker&apos;s view here</source>
        <translation>Hình cho lớp phủ kín màn hình; nếu có màn hình thứ hai thì chiếu ở đó, còn ở đây là màn hình giảng viên</translation>
    </message>
    <message>
        <source>Present from &amp;here</source>
        <translation>Trình ch&amp;iếu từ đây</translation>
    </message>
    <message>
        <source>Present from the &amp;chapter&apos;s start</source>
        <translation>Trình c&amp;hiếu từ đầu chương</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Thuật ngữ</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Xem chạy</translation>
    </message>
    <message>
        <source>A program runs; you are its clients, and look</source>
        <translation>Một chương trình chạy; bạn làm client và nhìn</translation>
    </message>
    <message>
        <source>Le&amp;sson</source>
        <translation>&amp;Bài học</translation>
    </message>
    <message>
        <source>A lesson leads, asks and answers</source>
        <translation>Bài học dẫn từng bước, hỏi và trả lời</translation>
    </message>
    <message>
        <source>&amp;Bench</source>
        <translation>Bàn &amp;thí nghiệm</translation>
    </message>
    <message>
        <source>You write statements of C, or press buttons that write them; a real thread executes them</source>
        <translation>Bạn viết câu lệnh C, hoặc bấm nút để viết; một luồng thật chạy chúng</translation>
    </message>
    <message>
        <source>&amp;New bench</source>
        <translation>Bàn &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Run again from the start</source>
        <translation>&amp;Chạy lại từ đầu</translation>
    </message>
    <message>
        <source>Executes all statements once more, in a new run</source>
        <translation>Chạy lại mọi câu lệnh trong một lần chạy mới</translation>
    </message>
    <message>
        <source>&amp;Export as C…</source>
        <translation>X&amp;uất thành C…</translation>
    </message>
    <message>
        <source>Writes what was executed as a program that makes the same calls</source>
        <translation>Ghi những gì đã chạy thành một chương trình gọi đúng như thế</translation>
    </message>
    <message>
        <source>&amp;Allow other addresses</source>
        <translation>Cho &amp;phép địa chỉ khác</translation>
    </message>
    <message>
        <source>From the next run on bind(), connect() and sendto() may leave 127.0.0.1</source>
        <translation>Từ lần chạy sau, bind(), connect() và sendto() được ra ngoài 127.0.0.1</translation>
    </message>
    <message>
        <source>Export s&amp;lides…</source>
        <translation>Xuất t&amp;rang chiếu…</translation>
    </message>
    <message>
        <source>Runs every lesson of the lecture and saves its pictures, in the lecture&apos;s order, into a new folder</source>
        <translation>Chạy mọi bài học của bài giảng và lưu các hình, theo thứ tự của bài, vào một thư mục mới</translation>
    </message>
    <message>
        <source>Let the &amp;audience in</source>
        <translation>Nhận kết nối củ&amp;a lớp</translation>
    </message>
    <message>
        <source>Others come to the server from other machines; once more: all are sent out, and nobody comes in any more</source>
        <translation>Người khác kết nối tới server từ máy của họ; bấm lần nữa: ngắt mọi người và không nhận ai nữa</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Tìm…</translation>
    </message>
    <message>
        <source>Calls by thread, descriptor, result and data, as a list</source>
        <translation>Các lời gọi theo luồng, descriptor, kết quả và dữ liệu, thành một danh sách</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Tìm t&amp;iếp</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Tìm n&amp;gược lại</translation>
    </message>
    <message>
        <source>Mark &amp;A, or take it away</source>
        <translation>Đánh dấu &amp;A, hoặc bỏ</translation>
    </message>
    <message>
        <source>Mark &amp;B, or take it away</source>
        <translation>Đánh dấu &amp;B, hoặc bỏ</translation>
    </message>
    <message>
        <source>F&amp;orget A and B</source>
        <translation>Bỏ cả A &amp;và B</translation>
    </message>
    <message>
        <source>&amp;Show from A to B</source>
        <translation>&amp;Hiện từ A đến B</translation>
    </message>
    <message>
        <source>The timeline shows what is between the two marks</source>
        <translation>Dòng thời gian hiện phần nằm giữa hai dấu</translation>
    </message>
    <message>
        <source>Book&amp;mark, or take it away</source>
        <translation>Đặt &amp;dấu trang, hoặc bỏ</translation>
    </message>
    <message>
        <source>N&amp;ext bookmark</source>
        <translation>Dấu trang &amp;sau</translation>
    </message>
    <message>
        <source>Previous boo&amp;kmark</source>
        <translation>Dấu trang t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Undo marking</source>
        <translation>H&amp;oàn tác đánh dấu</translation>
    </message>
    <message>
        <source>&amp;Redo marking</source>
        <translation>&amp;Làm lại đánh dấu</translation>
    </message>
    <message>
        <source>Th&amp;reads shown…</source>
        <translation>Các &amp;luồng được hiện…</translation>
    </message>
    <message>
        <source>Which threads have a lane on the timeline</source>
        <translation>Những luồng nào có hàng trên dòng thời gian</translation>
    </message>
</context>
<context>
    <name>ui::AudienceActions</name>
    <message>
        <source>Audience: %1</source>
        <translation>Lớp: %1</translation>
    </message>
</context>
<context>
    <name>ui::AudienceWindow</name>
    <message>
        <source>This machine has several addresses: choose that of the audience&apos;s network, then let them in.</source>
        <translation>Máy này có nhiều địa chỉ: hãy chọn địa chỉ thuộc mạng của lớp rồi mới nhận kết nối.</translation>
    </message>
    <message>
        <source>&amp;Close, and send all out</source>
        <translation>Đón&amp;g và ngắt mọi người</translation>
    </message>
    <message>
        <source>&amp;Let the audience in</source>
        <translation>&amp;Nhận kết nối của lớp</translation>
    </message>
    <message>
        <source>The audience</source>
        <translation>Kết nối của lớp</translation>
    </message>
    <message>
        <source>&amp;Address of this machine</source>
        <translation>Đị&amp;a chỉ của máy này</translation>
    </message>
    <message>
        <source>Connections &amp;in all</source>
        <translation>Tổng &amp;số kết nối</translation>
    </message>
    <message>
        <source>Co&amp;nnections of one address</source>
        <translation>&amp;Kết nối từ một địa chỉ</translation>
    </message>
    <message>
        <source>&amp;Bytes a second from each</source>
        <translation>&amp;Byte mỗi giây của mỗi người</translation>
    </message>
    <message>
        <source>Address of this machine</source>
        <translation>Địa chỉ của máy này</translation>
    </message>
    <message>
        <source>Everybody who is in goes, and nobody comes in any more</source>
        <translation>Ngắt mọi người và không nhận ai nữa</translation>
    </message>
    <message>
        <source>&amp;Send all out</source>
        <translation>Ngắt &amp;mọi người</translation>
    </message>
    <message>
        <source>Those who are in go; they and others may come in again</source>
        <translation>Ngắt những người đang kết nối; ai cũng có thể kết nối lại</translation>
    </message>
    <message>
        <source>Show their a&amp;ddresses</source>
        <translation>&amp;Hiện địa chỉ của họ</translation>
    </message>
    <message>
        <source>&amp;Hide this window</source>
        <translation>Ẩn &amp;cửa sổ này</translation>
    </message>
</context>
<context>
    <name>ui::BenchActions</name>
    <message>
        <source>The statement has not been run.</source>
        <translation>Câu lệnh không được chạy.</translation>
    </message>
    <message>
        <source>Export as C</source>
        <translation>Xuất thành C</translation>
    </message>
    <message>
        <source>C programs (*.c)</source>
        <translation>Chương trình C (*.c)</translation>
    </message>
</context>
<context>
    <name>ui::BenchPanel</name>
    <message>
        <source>This recording is of another program. A statement begins a run of the bench, with a descriptor table of its own.</source>
        <translation>Bản ghi này là của chương trình khác. Một câu lệnh sẽ mở lần chạy mới của bàn, với bảng descriptor riêng.</translation>
    </message>
    <message>
        <source>The run has ended: the bench is read-only.</source>
        <translation>Lần chạy đã kết thúc: bàn chỉ đọc.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Just run</source>
        <translation>Vừa chạy</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Câu lệnh</translation>
    </message>
    <message>
        <source>select · poll</source>
        <translation>select · poll</translation>
    </message>
    <message>
        <source>Socket options</source>
        <translation>Tuỳ chọn socket</translation>
    </message>
    <message>
        <source>What the bench shows</source>
        <translation>Bàn thí nghiệm hiện gì</translation>
    </message>
    <message>
        <source>each line is a real call, measured</source>
        <translation>mỗi dòng là một lời gọi thật, đã đo</translation>
    </message>
    <message>
        <source>No statement yet.</source>
        <translation>Chưa có câu lệnh nào.</translation>
    </message>
    <message>
        <source>Each statement you type, and each button you press, is a call of C that a real thread makes at once. Its result, errno, the time it took and an explanation appear here.</source>
        <translation>Mỗi câu lệnh bạn gõ, hay mỗi nút bạn bấm, là một lời gọi C mà một luồng thật chạy ngay. Kết quả, errno, thời gian đo được và một câu giải thích hiện ở đây.</translation>
    </message>
    <message>
        <source>Run again from the start</source>
        <translation>Chạy lại từ đầu</translation>
    </message>
    <message>
        <source>Export as C…</source>
        <translation>Xuất thành C…</translation>
    </message>
    <message>
        <source>Go on in a new run</source>
        <translation>Tiếp tục trên một lần chạy mới</translation>
    </message>
    <message>
        <source>Put into the statement line</source>
        <translation>Đặt vào dòng câu lệnh</translation>
    </message>
    <message>
        <source>Open the select panel</source>
        <translation>Mở bảng select</translation>
    </message>
    <message>
        <source>A server in five statements</source>
        <translation>Một server trong năm câu lệnh</translation>
    </message>
    <message>
        <source>The lecture&apos;s case</source>
        <translation>Ví dụ của bài giảng</translation>
    </message>
    <message>
        <source>socket, an address, bind, listen, accept: then connect a client.</source>
        <translation>socket, một địa chỉ, bind, listen, accept: rồi kết nối một client.</translation>
    </message>
    <message>
        <source>select() with {0, 4, 5}, {2, 7}, {1, 4} and 10.2 s, on real descriptors.</source>
        <translation>select() với {0, 4, 5}, {2, 7}, {1, 4} và 10,2 s, trên descriptor thật.</translation>
    </message>
    <message>
        <source>Choose a program…</source>
        <translation>Chọn chương trình…</translation>
    </message>
    <message>
        <source>Attach to a running program</source>
        <translation>Gắn vào một chương trình đang chạy</translation>
    </message>
    <message>
        <source>Read and change flags and options of the server&apos;s sockets while it works.</source>
        <translation>Đọc và đổi cờ, tuỳ chọn trên socket của server trong khi nó làm việc.</translation>
    </message>
    <message>
        <source>Attached to the program: 3, 4, 5 are its descriptors here. It does not know who has changed them.</source>
        <translation>Đã gắn vào chương trình: số 3, 4, 5 ở đây là của nó. Nó không biết ai đã đổi.</translation>
    </message>
    <message>
        <source>A descriptor table of its own</source>
        <translation>Về bảng riêng</translation>
    </message>
</context>
<context>
    <name>ui::ClientsModel</name>
    <message>
        <source>closed by server</source>
        <translation>server đã đóng</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>đã kết nối</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>reset by server</source>
        <translation>server đã reset</translation>
    </message>
    <message>
        <source>%1() failed</source>
        <translation>%1() thất bại</translation>
    </message>
    <message>
        <source>half-closed</source>
        <translation>đã đóng chiều gửi</translation>
    </message>
    <message>
        <source>%1() failed: %2, %3</source>
        <translation>%1() thất bại: %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::ClientsPanel</name>
    <message>
        <source>Connect a &amp;client</source>
        <translation>&amp;Kết nối một client</translation>
    </message>
    <message>
        <source>Starts another client thread, which connects to the server</source>
        <translation>Tạo thêm một luồng client và kết nối tới server</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Văn bản cần gửi</translation>
    </message>
    <message>
        <source>Sen&amp;d</source>
        <translation>Gử&amp;i</translation>
    </message>
    <message>
        <source>Send the text</source>
        <translation>Gửi văn bản</translation>
    </message>
    <message>
        <source>Number of bytes to send</source>
        <translation>Số byte cần gửi</translation>
    </message>
    <message>
        <source>Send that many bytes</source>
        <translation>Gửi chừng ấy byte</translation>
    </message>
    <message>
        <source>Then read the ech&amp;o</source>
        <translation>Rồi đọc ech&amp;o</translation>
    </message>
    <message>
        <source>After sending, the client receives as many bytes as it has sent</source>
        <translation>Gửi xong, client nhận đúng số byte đã gửi</translation>
    </message>
    <message>
        <source>Rece&amp;ive</source>
        <translation>Nhận một &amp;lần</translation>
    </message>
    <message>
        <source>One recv(): the client sleeps in it until something comes</source>
        <translation>Một recv(): client ngủ trong đó cho đến khi có gì đến</translation>
    </message>
    <message>
        <source>shutdown(SHUT_WR): the client sends no more and can still receive</source>
        <translation>shutdown(SHUT_WR): client không gửi nữa nhưng vẫn nhận được</translation>
    </message>
    <message>
        <source>close(): the server reads end of file</source>
        <translation>close(): recv() của server trả về 0, hết dữ liệu (EOF)</translation>
    </message>
    <message>
        <source>SO_LINGER 0, then close(): the server gets a reset, ECONNRESET</source>
        <translation>SO_LINGER 0 rồi close(): server gặp reset, ECONNRESET</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Nội d&amp;ung</translation>
    </message>
    <message>
        <source>Half-close</source>
        <translation>Đóng chiều gửi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Se&amp;nd bytes</source>
        <translation>Gửi byt&amp;e</translation>
    </message>
    <message>
        <source>Send urgent</source>
        <translation>Gửi khẩn</translation>
    </message>
    <message>
        <source>Receive urgent</source>
        <translation>Nhận khẩn</translation>
    </message>
    <message>
        <source>send() of the text with MSG_OOB: its last byte is urgent data, the rest is read as usual</source>
        <translation>send() văn bản với MSG_OOB: byte cuối là dữ liệu khẩn, phần còn lại được đọc như thường</translation>
    </message>
    <message>
        <source>Waits in poll() for an urgent byte and takes it with recv(MSG_OOB); only a server that sends one wakes the client</source>
        <translation>Chờ byte khẩn trong poll() rồi lấy nó bằng recv(MSG_OOB); chỉ server có gửi byte khẩn mới đánh thức được client</translation>
    </message>
    <message>
        <source>B&amp;ytes</source>
        <translation>B&amp;yte</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonChoice</name>
    <message>
        <source>Choose at least one model.</source>
        <translation>Hãy chọn ít nhất một mô hình.</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Mô hình</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Các mô hình cần so sánh</translation>
    </message>
    <message>
        <source>&amp;Bytes of a message</source>
        <translation>Số &amp;byte một thông điệp</translation>
    </message>
    <message>
        <source>Mess&amp;ages of each client</source>
        <translation>Số &amp;thông điệp mỗi client</translation>
    </message>
    <message>
        <source>Arri&amp;vals</source>
        <translation>Kiểu &amp;gửi</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>Cách nh&amp;au</translation>
    </message>
    <message>
        <source>&amp;Runs of each model</source>
        <translation>Số &amp;lần chạy mỗi mô hình</translation>
    </message>
    <message>
        <source>paced</source>
        <comment>messages: one after the other</comment>
        <translation>đều đặn</translation>
    </message>
    <message>
        <source>in a burst</source>
        <comment>messages: all at once</comment>
        <translation>gửi dồn</translation>
    </message>
    <message>
        <source>Paced: a client sends a message and waits for the answer. In a burst: all clients send all their messages at once.</source>
        <translation>Đều đặn: client gửi một thông điệp rồi chờ trả lời. Gửi dồn: mọi client gửi tất cả thông điệp cùng một lúc.</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds</comment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Cl&amp;ients</source>
        <translation>Số &amp;client</translation>
    </message>
    <message>
        <source>Usual, &amp;TCP</source>
        <translation>Mặc định, TC&amp;P</translation>
    </message>
    <message>
        <source>Choose one of each model of the lecture over TCP</source>
        <translation>Chọn mỗi mô hình của bài giảng một server TCP</translation>
    </message>
    <message>
        <source>Usual, &amp;UDP</source>
        <translation>Mặc định, U&amp;DP</translation>
    </message>
    <message>
        <source>Choose one of each model of the lecture over UDP</source>
        <translation>Chọn mỗi mô hình của bài giảng một server UDP</translation>
    </message>
    <message>
        <source>&amp;Keyboard and socket</source>
        <translation>&amp;Bàn phím và socket</translation>
    </message>
    <message>
        <source>Choose the three ways to wait for a keyboard and a socket, with one client</source>
        <translation>Chọn ba cách chờ cả bàn phím lẫn socket, với một client</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonRunner</name>
    <message>
        <source>There is not enough memory for this comparison.</source>
        <translation>Không đủ bộ nhớ cho lần so sánh này.</translation>
    </message>
    <message>
        <source>The system does not allow another thread: %1.</source>
        <translation>Hệ thống không cho tạo thêm luồng: %1.</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonWindow</name>
    <message>
        <source>Save the picture</source>
        <translation>Lưu hình</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Lưu số đo</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>H&amp;uỷ</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>So &amp;sánh</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Không ghi được %1: %2</translation>
    </message>
    <message>
        <source>A folder for the recordings</source>
        <translation>Thư mục cho các bản ghi</translation>
    </message>
    <message>
        <source>Compare the models</source>
        <translation>So sánh các mô hình</translation>
    </message>
    <message>
        <source>A run is going on in the main window. Its threads would take processor time from the runs that are compared.</source>
        <translation>Ở cửa sổ chính đang có một lần chạy. Các luồng của nó sẽ lấy bớt thời gian CPU của những lần chạy được so sánh.</translation>
    </message>
    <message>
        <source>&amp;Stop it, then compare</source>
        <translation>&amp;Kết thúc nó rồi so sánh</translation>
    </message>
    <message>
        <source>Compare a&amp;ll the same</source>
        <translation>&amp;Vẫn cứ so sánh</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>Lưu &amp;hình…</translation>
    </message>
    <message>
        <source>Save &amp;figures (CSV)…</source>
        <translation>Lưu số đ&amp;o (CSV)…</translation>
    </message>
    <message>
        <source>Save recor&amp;dings…</source>
        <translation>Lưu bản gh&amp;i…</translation>
    </message>
    <message>
        <source>&amp;Open recording</source>
        <translation>Mở bả&amp;n ghi</translation>
    </message>
    <message>
        <source>Shows the latest run of the model that is selected in the figure, in the main window</source>
        <translation>Mở ở cửa sổ chính lần chạy mới nhất của mô hình đang được chọn trong hình</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Runs done</source>
        <translation>Đã chạy</translation>
    </message>
    <message>
        <source>%1 names no picture format: it must end in %2.</source>
        <comment>a file, suffixes</comment>
        <translation>%1 không phải là tên hình: phải kết thúc bằng %2.</translation>
    </message>
    <message>
        <source>The recordings were too large to be kept.</source>
        <translation>Các bản ghi quá lớn nên không được giữ lại.</translation>
    </message>
</context>
<context>
    <name>ui::Desk</name>
    <message>
        <source>It waits for its turn.</source>
        <translation>Đang chờ đến lượt.</translation>
    </message>
    <message>
        <source>The bench&apos;s thread sleeps in the kernel. Make ready what it waits for, or interrupt it.</source>
        <translation>Luồng của bàn đang ngủ trong hạt nhân. Hãy làm cho thứ nó chờ sẵn sàng, hoặc ngắt nó.</translation>
    </message>
    <message>
        <source>It does not enter the kernel.</source>
        <translation>Không vào hạt nhân.</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Xuất hình</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Lưu…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Chép</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>Cả cửa sổ</translation>
    </message>
    <message>
        <source>Light, for screens</source>
        <translation>Sáng, cho màn hình</translation>
    </message>
    <message>
        <source>Print, black on white</source>
        <translation>In, đen trên trắng</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Hình</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>Định &amp;dạng</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Rộng</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>C&amp;ao</translation>
    </message>
    <message>
        <source>Sc&amp;ale</source>
        <translation>&amp;Tỉ lệ</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Bộ màu</translation>
    </message>
    <message>
        <source>The picture would be too large: choose a smaller size or scale.</source>
        <translation>Hình sẽ quá lớn: hãy chọn kích thước hoặc tỉ lệ nhỏ hơn.</translation>
    </message>
    <message>
        <source>There is no memory for a picture of this size: choose a smaller one.</source>
        <translation>Không đủ bộ nhớ cho hình cỡ này: hãy chọn cỡ nhỏ hơn.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Không ghi được %1: %2</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Lưu hình</translation>
    </message>
    <message>
        <source>%1 names no picture format: it must end in %2.</source>
        <comment>a file, suffixes</comment>
        <translation>%1 không phải là tên hình: phải kết thúc bằng %2.</translation>
    </message>
    <message>
        <source>%1 (pixels)</source>
        <comment>a picture&apos;s format</comment>
        <translation>%1 (pixel)</translation>
    </message>
    <message>
        <source>%1 (vectors)</source>
        <comment>a picture&apos;s format</comment>
        <translation>%1 (vector)</translation>
    </message>
    <message>
        <source>Dark, for screens</source>
        <translation>Tối, cho màn hình</translation>
    </message>
    <message>
        <source>Projector, for the tenth row</source>
        <translation>Máy chiếu, cho hàng ghế thứ mười</translation>
    </message>
    <message>
        <source>%1 (moving)</source>
        <comment>a picture&apos;s format</comment>
        <translation>%1 (ảnh động)</translation>
    </message>
    <message>
        <source>Every moment</source>
        <comment>an animation&apos;s frames</comment>
        <translation>Mỗi thời điểm</translation>
    </message>
    <message>
        <source>Every chapter, at its end</source>
        <comment>an animation&apos;s frames</comment>
        <translation>Mỗi chương, lúc kết thúc</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Fra&amp;mes</source>
        <translation>&amp;Khung hình</translation>
    </message>
    <message>
        <source>F&amp;rom step</source>
        <translation>Bước đầ&amp;u</translation>
    </message>
    <message>
        <source>To st&amp;ep</source>
        <translation>Bước cuố&amp;i</translation>
    </message>
    <message>
        <source>&amp;Duration</source>
        <translation>Số giâ&amp;y</translation>
    </message>
    <message>
        <source>Frames stand in proportion to the time that really went by, from 0.1 s to 3 s each</source>
        <translation>Các khung hình đứng lại theo tỉ lệ thời gian thật đã trôi qua, mỗi khung hình từ 0,1 s đến 3 s</translation>
    </message>
    <message>
        <source>The recording has no chapters: choose every moment.</source>
        <translation>Bản ghi không có chương nào: hãy chọn mỗi thời điểm.</translation>
    </message>
    <message>
        <source>An animation has at most %1 frames: choose fewer steps.</source>
        <translation>Ảnh động có nhiều nhất %1 khung hình: hãy chọn ít bước hơn.</translation>
    </message>
</context>
<context>
    <name>ui::FigureView</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Chép hình</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>&amp;Lưu hình…</translation>
    </message>
    <message>
        <source>Up and Down walk over the parts of the figure, Page Up and Page Down jump a row.</source>
        <translation>Phím lên, xuống đi qua từng phần của hình, Page Up, Page Down nhảy một hàng.</translation>
    </message>
</context>
<context>
    <name>ui::FileActions</name>
    <message>
        <source>Saved as %1</source>
        <comment>a file</comment>
        <translation>Đã lưu thành %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Đang mở %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Đang lưu %1</translation>
    </message>
    <message>
        <source>Another file is being read or written: wait until it is done, or cancel it.</source>
        <translation>Đang đọc hoặc ghi một tệp khác: hãy chờ xong, hoặc huỷ việc đó.</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Mở bản ghi</translation>
    </message>
    <message>
        <source>Recordings (*.iotrace);;All files (*)</source>
        <translation>Bản ghi (*.iotrace);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>Lưu bản ghi</translation>
    </message>
    <message>
        <source>Recordings (*.iotrace)</source>
        <translation>Bản ghi (*.iotrace)</translation>
    </message>
    <message>
        <source>Export for Perfetto</source>
        <translation>Xuất cho Perfetto</translation>
    </message>
    <message>
        <source>Chrome trace (*.json)</source>
        <translation>Chrome trace (*.json)</translation>
    </message>
    <message>
        <source>Play a script</source>
        <translation>Chạy kịch bản</translation>
    </message>
    <message>
        <source>Scripts (*.txt);;All files (*)</source>
        <translation>Kịch bản (*.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Last time the program ended without saving. What it had recorded was kept, from %1.</source>
        <translation>Lần trước chương trình kết thúc mà chưa lưu. Những gì đã ghi vẫn được giữ lại, từ %1.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Mở ra</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Xoá đi</translation>
    </message>
</context>
<context>
    <name>ui::FindActions</name>
    <message>
        <source>There is no further one there.</source>
        <translation>Phía đó không còn bước nào nữa.</translation>
    </message>
    <message>
        <source>It is still being looked for.</source>
        <translation>Vẫn đang tìm.</translation>
    </message>
    <message>
        <source>Bookmark at %1</source>
        <comment>a step</comment>
        <translation>Đã đặt dấu trang ở %1</translation>
    </message>
    <message>
        <source>No bookmark any more at %1</source>
        <comment>a step</comment>
        <translation>Đã bỏ dấu trang ở %1</translation>
    </message>
    <message>
        <source>There is no further bookmark there.</source>
        <translation>Phía đó không còn dấu trang nào nữa.</translation>
    </message>
    <message>
        <source>step %1 · %2</source>
        <comment>its number, the time</comment>
        <translation>bước %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>From A to B: %1, %n steps</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>Từ A đến B: %1, %n bước</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is taken away</source>
        <comment>A or B</comment>
        <translation>Đã bỏ %1</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <comment>A or B, a step</comment>
        <translation>%1 ở %2</translation>
    </message>
</context>
<context>
    <name>ui::FindWindow</name>
    <message>
        <source>Any</source>
        <comment>threads to choose from</comment>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>calls to choose from</comment>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>descriptors to choose from</comment>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>results to choose from</comment>
        <translation>Bất kỳ</translation>
    </message>
    <message>
        <source>Every error</source>
        <translation>Mọi lỗi</translation>
    </message>
    <message>
        <source>%1. The first %2 are listed.</source>
        <comment>what was found; a number</comment>
        <translation>%1. Chỉ liệt kê %2 bước đầu.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>&amp;Thread</source>
        <translation>&amp;Luồng</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>Lờ&amp;i gọi</translation>
    </message>
    <message>
        <source>&amp;Descriptor</source>
        <translation>Descripto&amp;r</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Kết quả</translation>
    </message>
    <message>
        <source>Te&amp;xt of the data</source>
        <translation>&amp;Nội dung dữ liệu</translation>
    </message>
    <message>
        <source>Among the first 16 bytes that a call moved</source>
        <translation>Trong 16 byte đầu mà một lời gọi chuyển</translation>
    </message>
    <message>
        <source>Only &amp;from A to B</source>
        <translation>Chỉ từ A đến &amp;B</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Những gì tìm thấy</translation>
    </message>
    <message>
        <source>How much was looked through</source>
        <translation>Đã tìm qua bao nhiêu</translation>
    </message>
    <message>
        <source>&amp;Search no further</source>
        <translation>Thôi không tìm nữ&amp;a</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Trước</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Sau</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Steps found: %1, calls among them: %2</source>
        <translation>Tìm thấy %1 bước, trong đó %2 lời gọi</translation>
    </message>
    <message>
        <source>From A to B: %1. %2</source>
        <comment>a duration; how much was found</comment>
        <translation>Từ A đến B: %1. %2</translation>
    </message>
</context>
<context>
    <name>ui::FlagsPanel</name>
    <message>
        <source>puts back what was wiped</source>
        <translation>trả lại những gì đã bị xoá</translation>
    </message>
    <message>
        <source>switches %1 on</source>
        <translation>bật %1</translation>
    </message>
    <message>
        <source>switches %1 off</source>
        <translation>tắt %1</translation>
    </message>
    <message>
        <source>replaces the whole word</source>
        <translation>thay cả từ cờ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>On now: %1. 0 and 1 are how it was opened: F_SETFL does not change them.</source>
        <translation>Đang bật: %1. Bit 0 và 1 là cách mở: F_SETFL không đổi được.</translation>
    </message>
    <message>
        <source>Not read yet: press “Read the flags”.</source>
        <translation>Chưa đọc: hãy bấm “Đọc lại cờ”.</translation>
    </message>
    <message>
        <source>Trap: F_SETFL replaces the whole word. %1 was not passed, so it was wiped: recv() sleeps again.</source>
        <translation>Bẫy: F_SETFL thay cả từ cờ. %1 không có trong tham số nên đã bị xoá: recv() nay lại ngủ.</translation>
    </message>
    <message>
        <source>Trap: F_SETFL replaces the whole word. %1 was not passed, so it was wiped.</source>
        <translation>Bẫy: F_SETFL thay cả từ cờ. %1 không có trong tham số nên đã bị xoá.</translation>
    </message>
    <message>
        <source>Read, then set</source>
        <translation>Đọc rồi đặt</translation>
    </message>
    <message>
        <source>What was on stays on.</source>
        <translation>Cờ cũ còn nguyên.</translation>
    </message>
    <message>
        <source>Set outright (the lecture&apos;s trap)</source>
        <translation>Đặt thẳng (bẫy của bài giảng)</translation>
    </message>
    <message>
        <source>Returns 0, and wipes what is not passed.</source>
        <translation>Trả về 0, và xoá mọi cờ không có trong tham số.</translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Descriptor</translation>
    </message>
    <message>
        <source>Read the flags</source>
        <translation>Đọc lại cờ</translation>
    </message>
    <message>
        <source>The boxes write:</source>
        <translation>Ô đánh dấu viết theo cách:</translation>
    </message>
    <message>
        <source>read, then set</source>
        <translation>đọc rồi đặt</translation>
    </message>
    <message>
        <source>set outright (the trap)</source>
        <translation>đặt thẳng (bẫy)</translation>
    </message>
    <message>
        <source>Put the old flags back</source>
        <translation>Trả lại cờ cũ</translation>
    </message>
    <message>
        <source>Run it this way</source>
        <translation>Chạy cách này</translation>
    </message>
    <message>
        <source>Run the trap</source>
        <translation>Chạy bẫy</translation>
    </message>
    <message>
        <source>Flags belong to the open file description, not to the number: 0, 1 and 2 are one, and what dup() gives is one with what it was given.</source>
        <translation>Cờ thuộc về open file description, không thuộc về số: 0, 1 và 2 là một, và số do dup() cho ra chung một cờ với số cũ.</translation>
    </message>
</context>
<context>
    <name>ui::FoundModel</name>
    <message>
        <source>Step</source>
        <comment>a column</comment>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>a column</comment>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Thread</source>
        <comment>a column</comment>
        <translation>Luồng</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>a column</comment>
        <translation>Lời gọi</translation>
    </message>
    <message>
        <source>Took</source>
        <comment>a column: how long a call took</comment>
        <translation>Mất</translation>
    </message>
</context>
<context>
    <name>ui::Glossary</name>
    <message>
        <source>Glossary</source>
        <translation>Thuật ngữ</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>&amp;Tìm:</translation>
    </message>
    <message>
        <source>Words of the lecture</source>
        <translation>Các thuật ngữ của bài giảng</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>No word of the lecture has this in it.</source>
        <translation>Không có thuật ngữ nào chứa từ này.</translation>
    </message>
    <message>
        <source>Show the lesson</source>
        <translation>Xem bài học</translation>
    </message>
    <message>
        <source>Show the lesson: %1</source>
        <translation>Xem bài học: %1</translation>
    </message>
</context>
<context>
    <name>ui::Hall</name>
    <message>
        <source>A lecture is being given</source>
        <translation>Đang giảng bài</translation>
    </message>
    <message>
        <source>Lesson %1 · %2</source>
        <comment>of the lecture: its number, its title</comment>
        <translation>Bài %1 · %2</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Cẩn thận</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer: %1</source>
        <translation>Đáp án của hạt nhân: %1</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer: %1. %2</source>
        <comment>the answer, the reason</comment>
        <translation>Đáp án của hạt nhân: %1. %2</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>I/O Models</source>
        <translation>I/O Models</translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>The run goes on: the kernel is answering …</source>
        <translation>Lần chạy tiếp tục: hạt nhân đang trả lời …</translation>
    </message>
    <message>
        <source>One more question about this moment comes first, then the answers.</source>
        <translation>Còn một câu hỏi nữa về đúng thời điểm này, rồi mới có đáp án.</translation>
    </message>
    <message>
        <source>The run of this lesson is not there any more: it begins anew.</source>
        <translation>Lần chạy của bài này không còn nữa: bài bắt đầu lại từ đầu.</translation>
    </message>
</context>
<context>
    <name>ui::HandBar</name>
    <message>
        <source>Make ready by hand</source>
        <translation>Làm cho sẵn sàng bằng tay</translation>
    </message>
</context>
<context>
    <name>ui::HistoryModel</name>
    <message>
        <source>asleep %1</source>
        <comment>a duration</comment>
        <translation>đang ngủ %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>chờ</translation>
    </message>
    <message>
        <source>Statement %1</source>
        <translation>Câu lệnh %1</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>đang ngủ</translation>
    </message>
</context>
<context>
    <name>ui::HistoryView</name>
    <message>
        <source>History of the statements</source>
        <translation>Lịch sử các câu lệnh</translation>
    </message>
</context>
<context>
    <name>ui::InstantBar</name>
    <message>
        <source>STARTING</source>
        <translation>KHỞI ĐỘNG</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>Server đang khởi động.</translation>
    </message>
    <message>
        <source>STEPPING</source>
        <translation>TỪNG BƯỚC</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>TRỰC TIẾP</translation>
    </message>
    <message>
        <source>PAST</source>
        <translation>QUÁ KHỨ</translation>
    </message>
    <message>
        <source>You are looking at the past: step %1 of %2. The threads stay where they are.</source>
        <translation>Bạn đang xem quá khứ: bước %1 / %2. Các luồng thật vẫn ở nguyên chỗ.</translation>
    </message>
    <message>
        <source>EMPTY</source>
        <translation>TRỐNG</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: start a run or open a recording.</source>
        <translation>Chưa ghi gì: hãy bắt đầu một lần chạy hoặc mở một bản ghi.</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>BẢN GHI</translation>
    </message>
    <message>
        <source>Step %1 of %2. Threads were held at the gate while this was recorded: its timings are not representative.</source>
        <translation>Bước %1 / %2. Khi ghi, các luồng đã bị giữ ở chốt: thời gian đo không tiêu biểu.</translation>
    </message>
    <message>
        <source>Step %1 of %2 of a run that has ended.</source>
        <translation>Bước %1 / %2 của một lần chạy đã kết thúc.</translation>
    </message>
    <message>
        <source>The gate holds every thread before its next call: timings are no longer representative.</source>
        <translation>Chốt giữ mỗi luồng trước lời gọi kế tiếp: thời gian đo không còn tiêu biểu.</translation>
    </message>
    <message>
        <source>You see what is happening now.</source>
        <translation>Bạn đang xem điều xảy ra ngay lúc này.</translation>
    </message>
    <message>
        <source>Here the recording begins: nothing has happened yet. Its last step is step %1.</source>
        <translation>Bản ghi bắt đầu ở đây: chưa có gì xảy ra. Bước cuối cùng là bước %1.</translation>
    </message>
    <message>
        <source>The server waits for its first client: connect one, or type the command below.</source>
        <translation>Server đang chờ client đầu tiên: hãy kết nối một client, hoặc gõ lệnh ở dòng cuối.</translation>
    </message>
    <message>
        <source>Return to no&amp;w</source>
        <translation>&amp;Về hiện tại</translation>
    </message>
    <message>
        <source>You are looking at the past: step %1 of %2. The threads run on meanwhile.</source>
        <translation>Bạn đang xem quá khứ: bước %1 / %2. Trong lúc đó các luồng thật vẫn chạy tiếp.</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>BỊ GIỮ</translation>
    </message>
    <message>
        <source>HIDDEN</source>
        <translation>ĐANG CHE</translation>
    </message>
    <message>
        <source>Step %1. %2</source>
        <comment>a number, why no step comes behind it</comment>
        <translation>Bước %1. %2</translation>
    </message>
    <message>
        <source>Step %1 of %2. What comes behind is hidden until the question is answered.</source>
        <translation>Bước %1 / %2. Phần sau được che cho đến khi câu hỏi được trả lời.</translation>
    </message>
    <message>
        <source>LESSON</source>
        <translation>BÀI HỌC</translation>
    </message>
    <message>
        <source>Step %1 of %2 so far: the lesson&apos;s run is not over.</source>
        <translation>Bước %1 / %2 tính đến lúc này: lần chạy của bài học chưa kết thúc.</translation>
    </message>
</context>
<context>
    <name>ui::LanesWindow</name>
    <message>
        <source>Threads on the timeline</source>
        <translation>Các luồng trên dòng thời gian</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Tất cả</translation>
    </message>
    <message>
        <source>&amp;Only those of the program in front</source>
        <translation>&amp;Chỉ các luồng của chương trình phía trước</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ui::Lecture</name>
    <message>
        <source>The lesson&apos;s run goes on.</source>
        <translation>Lần chạy của bài học đang tiếp diễn.</translation>
    </message>
    <message>
        <source>What comes next is hidden: first the question.</source>
        <translation>Phần tiếp theo đang được che: hãy trả lời câu hỏi trước.</translation>
    </message>
    <message>
        <source>The run stands still before chapter %1: first the question.</source>
        <translation>Lần chạy dừng trước chương %1: hãy trả lời câu hỏi trước.</translation>
    </message>
    <message>
        <source>The gate holds %1 before %2(): first the question.</source>
        <comment>a thread, a call</comment>
        <translation>Chốt giữ %1 trước %2(): hãy trả lời câu hỏi trước.</translation>
    </message>
    <message>
        <source>The gate holds the run before %1(): first the question.</source>
        <translation>Chốt giữ lần chạy trước %1(): hãy trả lời câu hỏi trước.</translation>
    </message>
</context>
<context>
    <name>ui::LessonActions</name>
    <message>
        <source>Open a lesson</source>
        <translation>Mở bài học</translation>
    </message>
    <message>
        <source>Lessons (*.lesson)</source>
        <translation>Bài học (*.lesson)</translation>
    </message>
    <message>
        <source>Export my progress</source>
        <translation>Xuất tiến độ của tôi</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>All answers and finished lessons are forgotten.</source>
        <translation>Mọi điều đã trả lời và mọi bài đã học xong sẽ bị quên.</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Quên đi</translation>
    </message>
    <message>
        <source>The file of your progress is damaged or from a later version: it was kept as %1, and a new one is begun.</source>
        <translation>Tệp tiến độ của bạn bị hỏng hoặc thuộc phiên bản mới hơn: nó được giữ lại với tên %1, và một tệp mới được bắt đầu.</translation>
    </message>
</context>
<context>
    <name>ui::LessonPanel</name>
    <message>
        <source>Lessons</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>The lessons of the lecture, in its order</source>
        <translation>Các bài học của bài giảng, theo thứ tự</translation>
    </message>
    <message>
        <source>Begin the lesson</source>
        <translation>Bắt đầu bài học</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>The sentence before</source>
        <translation>Câu trước</translation>
    </message>
    <message>
        <source>Beyond the lecture</source>
        <translation>Ngoài bài giảng</translation>
    </message>
    <message>
        <source>Mistakes worth seeing</source>
        <translation>Những lỗi nên thấy tận mắt</translation>
    </message>
    <message>
        <source>%1, done</source>
        <comment>a lesson</comment>
        <translation>%1, đã xong</translation>
    </message>
    <message>
        <source>Choose a lesson</source>
        <translation>Chọn một bài học</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>Mục tiêu: %1</translation>
    </message>
    <message>
        <source>Server and clients are running …</source>
        <translation>Server và client đang chạy …</translation>
    </message>
    <message>
        <source>First the question: answer it, or let the kernel answer.</source>
        <translation>Hãy trả lời câu hỏi trước, hoặc để hạt nhân trả lời.</translation>
    </message>
    <message>
        <source>The next sentence</source>
        <translation>Câu kế tiếp</translation>
    </message>
    <message>
        <source>Chapter %1 of %2</source>
        <translation>Chương %1 trên %2</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Cẩn thận</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Vừa xảy ra</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>Đúng %1 trên %2</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Bài kế tiếp</translation>
    </message>
    <message>
        <source>Several inputs at once</source>
        <translation>Nhiều nguồn vào cùng lúc</translation>
    </message>
    <message>
        <source>The two phases</source>
        <translation>Hai giai đoạn</translation>
    </message>
    <message>
        <source>Blocking I/O</source>
        <translation>Blocking I/O</translation>
    </message>
    <message>
        <source>Non-blocking I/O and fcntl()</source>
        <translation>Non-blocking I/O và fcntl()</translation>
    </message>
    <message>
        <source>I/O multiplexing: select() and poll()</source>
        <translation>I/O multiplexing: select() và poll()</translation>
    </message>
    <message>
        <source>fd_set and its four macros</source>
        <translation>fd_set và bốn macro</translation>
    </message>
    <message>
        <source>TCP server with select()</source>
        <translation>TCP server với select()</translation>
    </message>
    <message>
        <source>Keyboard and socket in one select()</source>
        <translation>Bàn phím và socket trong một select()</translation>
    </message>
    <message>
        <source>Comparison of the models</source>
        <translation>So sánh các mô hình</translation>
    </message>
    <message>
        <source>Signal-driven I/O</source>
        <translation>Signal-driven I/O</translation>
    </message>
    <message>
        <source>Asynchronous I/O</source>
        <translation>Asynchronous I/O</translation>
    </message>
    <message>
        <source>Socket options</source>
        <translation>Tuỳ chọn socket</translation>
    </message>
    <message>
        <source>Exercise: asynchronous chat</source>
        <translation>Bài tập: chat bất đồng bộ</translation>
    </message>
    <message>
        <source>Exercise: a relay</source>
        <translation>Bài tập: server chuyển tiếp</translation>
    </message>
    <message>
        <source>Look at: the comparison of the models</source>
        <translation>Nhìn vào: hình so sánh các mô hình</translation>
    </message>
    <message>
        <source>Press the button or Page Down. Then Page Down goes on, Page Up back.</source>
        <translation>Nhấn nút này hoặc Page Down. Sau đó Page Down đi tiếp, Page Up lùi lại.</translation>
    </message>
    <message>
        <source>① Look at: %1</source>
        <comment>a figure</comment>
        <translation>① Nhìn vào: %1</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Pause and continue a run; play and pause a recording</source>
        <translation>Tạm dừng và chạy tiếp; phát lại và tạm dừng bản ghi</translation>
    </message>
    <message>
        <source>Step back, step</source>
        <translation>Bước lùi, bước tới</translation>
    </message>
    <message>
        <source>To the beginning, to now</source>
        <translation>Về đầu, tới hiện tại</translation>
    </message>
    <message>
        <source>New run, stop</source>
        <translation>Chạy mới, kết thúc</translation>
    </message>
    <message>
        <source>Connect a client</source>
        <translation>Kết nối một client</translation>
    </message>
    <message>
        <source>Open a recording, save it</source>
        <translation>Mở, lưu bản ghi</translation>
    </message>
    <message>
        <source>Export a picture, copy the figure that has the focus</source>
        <translation>Xuất hình, chép hình đang có tiêu điểm</translation>
    </message>
    <message>
        <source>Everything larger, smaller, in its usual size</source>
        <translation>Mọi thứ lớn hơn, nhỏ hơn, cỡ mặc định</translation>
    </message>
    <message>
        <source>Timeline by events, by real time</source>
        <translation>Dòng thời gian: sự kiện, thời gian thực</translation>
    </message>
    <message>
        <source>Timeline: zoom in, zoom out, show all</source>
        <translation>Dòng thời gian: phóng to, thu nhỏ, hiện tất cả</translation>
    </message>
    <message>
        <source>To the next figure or control</source>
        <translation>Tới hình hoặc nút kế tiếp</translation>
    </message>
    <message>
        <source>Inside a figure: from part to part</source>
        <translation>Trong hình: từ phần này sang phần khác</translation>
    </message>
    <message>
        <source>Inside a figure that one walks over: to the row above or below; else step back, step</source>
        <translation>Trong hình đang duyệt: lên hàng trên, xuống hàng dưới; ngoài ra: bước lùi, bước tới</translation>
    </message>
    <message>
        <source>Press the button that has the focus</source>
        <translation>Nhấn nút đang có tiêu điểm</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>About I/O Models</source>
        <translation>Giới thiệu I/O Models</translation>
    </message>
    <message>
        <source>I/O Models %1 shows what real servers and clients ask of the kernel: every system call here was made by a real thread and recorded. MIT licence.</source>
        <translation>I/O Models %1 cho thấy server và client thật yêu cầu hạt nhân làm gì: mỗi lời gọi hệ thống ở đây đều do một luồng thật thực hiện và được ghi lại. Giấy phép MIT.</translation>
    </message>
    <message>
        <source>I/O Models</source>
        <translation>I/O Models</translation>
    </message>
    <message>
        <source>%1 server - I/O Models</source>
        <translation>Server %1 - I/O Models</translation>
    </message>
    <message>
        <source>The picture is on the clipboard: %1</source>
        <translation>Hình đã ở trong bảng nháp: %1</translation>
    </message>
    <message>
        <source>Compare the models</source>
        <translation>So sánh các mô hình</translation>
    </message>
    <message>
        <source>The chosen client sends, receives urgent data</source>
        <translation>Client đang chọn gửi, nhận dữ liệu khẩn</translation>
    </message>
    <message>
        <source>Interrupt the server, hold its signals, close one of its descriptors</source>
        <translation>Ngắt server, chặn tín hiệu của nó, đóng một descriptor của nó</translation>
    </message>
    <message>
        <source>To the next panel, to the one before</source>
        <translation>Sang khung kế tiếp, về khung trước</translation>
    </message>
    <message>
        <source>The comparison is over.</source>
        <translation>Việc so sánh đã xong.</translation>
    </message>
    <message>
        <source>Ten steps back, ten steps</source>
        <translation>Lùi mười bước, tiến mười bước</translation>
    </message>
    <message>
        <source>To a step by its number</source>
        <translation>Đến một bước theo số của nó</translation>
    </message>
    <message>
        <source>Set the panel that has the focus free, or dock it again</source>
        <translation>Tách khung đang được chọn ra, hoặc gắn lại</translation>
    </message>
    <message>
        <source>The panel that has the focus: narrower, wider</source>
        <translation>Khung đang được chọn: hẹp hơn, rộng hơn</translation>
    </message>
    <message>
        <source>The panel that has the focus: higher, lower</source>
        <translation>Khung đang được chọn: cao hơn, thấp hơn</translation>
    </message>
    <message>
        <source>To the menus</source>
        <translation>Đến thanh menu</translation>
    </message>
    <message>
        <source>These keys, quit</source>
        <translation>Bảng phím này, thoát</translation>
    </message>
    <message>
        <source>In a lesson: a sentence back, on; else step back, step</source>
        <translation>Trong bài học: lùi một câu, tới một câu; ngoài ra: bước lùi, bước tới</translation>
    </message>
    <message>
        <source>In a lesson: a chapter back, on</source>
        <translation>Trong bài học: lùi một chương, tới một chương</translation>
    </message>
    <message>
        <source>The lessons of the lecture</source>
        <translation>Các bài học của bài giảng</translation>
    </message>
    <message>
        <source>Present to an audience: from the chapter&apos;s start, from here</source>
        <translation>Trình chiếu: từ đầu chương, từ chỗ này</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is gone: its picture went on here.</source>
        <translation>Màn chiếu đã bị ngắt: hình của lớp chuyển sang màn hình này.</translation>
    </message>
    <message>
        <source>Watch, lesson, bench</source>
        <translation>Xem chạy, bài học, bàn thí nghiệm</translation>
    </message>
    <message>
        <source>At the bench: to the statement line; the tab before, after</source>
        <translation>Ở bàn thí nghiệm: đến dòng câu lệnh; thẻ trước, thẻ sau</translation>
    </message>
    <message>
        <source>In the statement line: run it, call without setting again</source>
        <translation>Ở dòng câu lệnh: chạy, gọi mà không đặt lại</translation>
    </message>
    <message>
        <source>In the statement line: statements before; take what is proposed, propose</source>
        <translation>Ở dòng câu lệnh: các câu lệnh trước; lấy gợi ý, gợi ý</translation>
    </message>
    <message>
        <source>Let the audience in; send all out</source>
        <translation>Nhận kết nối của lớp; ngắt mọi người</translation>
    </message>
    <message>
        <source>Presenting: black, white, answers for the speaker, how the audience comes in, end</source>
        <translation>Khi trình chiếu: màn đen, màn trắng, đáp án cho giảng viên, cách lớp kết nối vào, kết thúc</translation>
    </message>
    <message>
        <source>Find calls; the next one, the one before</source>
        <translation>Tìm lời gọi; lời gọi sau, trước</translation>
    </message>
    <message>
        <source>Mark A, mark B at this instant; the timeline from A to B</source>
        <translation>Đánh dấu A, đánh dấu B ở thời điểm này; dòng thời gian từ A đến B</translation>
    </message>
    <message>
        <source>A bookmark here, or none; the next one, the one before</source>
        <translation>Đặt dấu trang ở đây, hoặc bỏ; dấu trang sau, trước</translation>
    </message>
    <message>
        <source>Undo, redo a mark or a bookmark</source>
        <translation>Hoàn tác, làm lại một lần đánh dấu</translation>
    </message>
    <message>
        <source>Which threads the timeline shows</source>
        <translation>Dòng thời gian hiện những luồng nào</translation>
    </message>
</context>
<context>
    <name>ui::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Mở &amp;gần đây</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Chạy</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Khung</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Dòng thời gian</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>Chu&amp;yển động</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Bài học</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>T&amp;rợ giúp</translation>
    </message>
    <message>
        <source>&amp;Scripts</source>
        <translation>&amp;Kịch bản</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>Bộ mà&amp;u</translation>
    </message>
    <message>
        <source>&amp;Bench</source>
        <translation>Bàn thí nghiệ&amp;m</translation>
    </message>
    <message>
        <source>Find and mar&amp;k</source>
        <translation>Tìm và đán&amp;h dấu</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message: %1</source>
        <translation>Đóng thông báo này: %1</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Sự cố</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>ui::ModeSwitch</name>
    <message>
        <source>Mode</source>
        <translation>Chế độ</translation>
    </message>
</context>
<context>
    <name>ui::Narration</name>
    <message>
        <source>The server has reset the connection of client %1.</source>
        <translation>Server đã reset kết nối của client %1.</translation>
    </message>
    <message>
        <source>The server has closed the connection of client %1.</source>
        <translation>Server đã đóng kết nối của client %1.</translation>
    </message>
    <message>
        <source>Client %1 is connected.</source>
        <translation>Client %1 đã kết nối.</translation>
    </message>
    <message>
        <source>Client %1 has closed its connection.</source>
        <translation>Client %1 đã đóng kết nối của mình.</translation>
    </message>
    <message>
        <source>The recording has been played to its end.</source>
        <translation>Bản ghi đã được phát đến hết.</translation>
    </message>
</context>
<context>
    <name>ui::OptionsModel</name>
    <message>
        <source>on the bench&apos;s socket</source>
        <translation>ở socket của bàn</translation>
    </message>
</context>
<context>
    <name>ui::OptionsPanel</name>
    <message>
        <source>%1 rows: %2 here, %3 missing</source>
        <translation>%1 dòng: %2 có ở đây, %3 thiếu</translation>
    </message>
    <message>
        <source>The kernel is being asked.</source>
        <translation>Đang hỏi hạt nhân.</translation>
    </message>
    <message>
        <source>sets %1 and reads it back</source>
        <translation>đặt %1 rồi đọc lại</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>đọc %1</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Lưu bảng</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>A fresh socket:</source>
        <translation>Socket mới:</translation>
    </message>
    <message>
        <source>Search names and types</source>
        <translation>Tìm tên hay kiểu</translation>
    </message>
    <message>
        <source>every level</source>
        <translation>mọi mức (level)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức (level)</translation>
    </message>
    <message>
        <source>Only flags</source>
        <translation>Chỉ cờ</translation>
    </message>
    <message>
        <source>Missing here</source>
        <translation>Thiếu ở hệ này</translation>
    </message>
    <message>
        <source>On the bench&apos;s socket</source>
        <translation>Ở socket của bàn</translation>
    </message>
    <message>
        <source>The bench&apos;s socket</source>
        <translation>Socket của bàn</translation>
    </message>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
    <message>
        <source>Value to set</source>
        <translation>Giá trị để đặt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Đặt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đọc</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Đọc tất cả</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>Lưu CSV…</translation>
    </message>
    <message>
        <source>Socket options</source>
        <translation>Tuỳ chọn socket</translation>
    </message>
</context>
<context>
    <name>ui::PanelTitle</name>
    <message>
        <source>Set this panel free, or dock it again</source>
        <translation>Tách khung này ra, hoặc gắn lại</translation>
    </message>
    <message>
        <source>Hide this panel; the View menu brings it back</source>
        <translation>Ẩn khung này; menu Xem sẽ hiện lại</translation>
    </message>
    <message>
        <source>Set free or dock: %1</source>
        <comment>a panel</comment>
        <translation>Tách ra hoặc gắn lại: %1</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <comment>a panel</comment>
        <translation>Ẩn: %1</translation>
    </message>
</context>
<context>
    <name>ui::Panels</name>
    <message>
        <source>Server and clients</source>
        <translation>Server và client</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Bài học</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Bàn thí nghiệm</translation>
    </message>
</context>
<context>
    <name>ui::Proposals</name>
    <message>
        <source>What may stand here</source>
        <translation>Những gì đứng được ở đây</translation>
    </message>
    <message>
        <source>↑ ↓ history · Tab takes what is proposed · Alt + ↓ the next one · Esc hides them</source>
        <translation>↑ ↓ lịch sử · Tab lấy gợi ý · Alt + ↓ gợi ý kế tiếp · Esc ẩn gợi ý</translation>
    </message>
    <message>
        <source>Change it to %1</source>
        <translation>Sửa thành %1</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Cột %1: %2</translation>
    </message>
    <message>
        <source>The statement has not been run, and nothing was recorded.</source>
        <translation>Câu lệnh không được chạy, không có gì được ghi.</translation>
    </message>
</context>
<context>
    <name>ui::QuestionCard</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Let the kernel answer</source>
        <translation>Để hạt nhân trả lời</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>bit %1</source>
        <translation>bit %1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>một con số</translation>
    </message>
    <message>
        <source>your answer, a number</source>
        <translation>trả lời bằng một con số</translation>
    </message>
    <message>
        <source>✓ Right: %1</source>
        <translation>✓ Đúng: %1</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer: %1
Yours: %2</source>
        <translation>Đáp án của hạt nhân: %1
Của bạn: %2</translation>
    </message>
    <message>
        <source>The kernel&apos;s answer: %1</source>
        <translation>Đáp án của hạt nhân: %1</translation>
    </message>
    <message>
        <source>The run goes on: the kernel is answering …</source>
        <translation>Lần chạy tiếp tục: hạt nhân đang trả lời …</translation>
    </message>
    <message>
        <source>One more question about this moment, then the kernel answers both.</source>
        <translation>Còn một câu hỏi nữa về lúc này, rồi hạt nhân trả lời cả hai.</translation>
    </message>
</context>
<context>
    <name>ui::RequestsPanel</name>
    <message>
        <source>sleeps until one request is complete</source>
        <translation>ngủ cho đến khi một yêu cầu hoàn tất</translation>
    </message>
    <message>
        <source>asks, and returns at once</source>
        <translation>nhờ, rồi trả về ngay</translation>
    </message>
    <message>
        <source>%1: a helper thread sleeps in read(%2)</source>
        <translation>%1: một luồng của thư viện đang ngủ trong read(%2)</translation>
    </message>
    <message>
        <source>%1: queued, no helper thread is free</source>
        <translation>%1: xếp hàng, chưa có luồng nào của thư viện rảnh</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Yêu cầu mới</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>byte</translation>
    </message>
    <message>
        <source>Bytes asked for</source>
        <translation>Số byte yêu cầu</translation>
    </message>
    <message>
        <source>notify by</source>
        <translation>báo bằng</translation>
    </message>
    <message>
        <source>nothing (SIGEV_NONE)</source>
        <translation>không báo (SIGEV_NONE)</translation>
    </message>
    <message>
        <source>a signal (SIGEV_SIGNAL)</source>
        <translation>tín hiệu (SIGEV_SIGNAL)</translation>
    </message>
    <message>
        <source>How the request tells</source>
        <translation>Yêu cầu báo bằng cách nào</translation>
    </message>
    <message>
        <source>Descriptor of the request</source>
        <translation>Descriptor của yêu cầu</translation>
    </message>
    <message>
        <source>Wait for one: aio_suspend</source>
        <translation>Chờ một cái: aio_suspend</translation>
    </message>
    <message>
        <source>Cancel all: aio_cancel(…)</source>
        <translation>Huỷ hết: aio_cancel(…)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>The helper threads are the C library&apos;s, not the kernel&apos;s: each makes an ordinary read(). A request&apos;s buffer must stay until it is complete.</source>
        <translation>Luồng của thư viện do thư viện C tạo, không phải hạt nhân: mỗi luồng gọi read() bình thường. Vùng đệm của yêu cầu phải còn nguyên cho đến khi hoàn tất.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>call</source>
        <translation>lời gọi</translation>
    </message>
    <message>
        <source>aio_error(): where it is</source>
        <translation>aio_error(): ở đâu</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Các yêu cầu</translation>
    </message>
    <message>
        <source>a thread (SIGEV_THREAD)</source>
        <translation>một luồng (SIGEV_THREAD)</translation>
    </message>
</context>
<context>
    <name>ui::RunActions</name>
    <message>
        <source>No thread waits at the gate: all of them sleep in the kernel. Connect a client or send something.</source>
        <translation>Không luồng nào chờ ở chốt: tất cả đang ngủ trong hạt nhân. Hãy kết nối một client hoặc gửi gì đó.</translation>
    </message>
    <message>
        <source>There is no memory left for the recording, so the run was stopped. What was recorded is still here: save it.</source>
        <translation>Hết bộ nhớ cho bản ghi nên lần chạy đã bị kết thúc. Phần đã ghi vẫn còn: hãy lưu lại.</translation>
    </message>
    <message>
        <source>Playing the script %1</source>
        <translation>Đang chạy kịch bản %1</translation>
    </message>
    <message>
        <source>The script %1 has stopped. %2</source>
        <translation>Kịch bản %1 đã dừng. %2</translation>
    </message>
    <message>
        <source>All of the script is recorded. It is played from the beginning.</source>
        <translation>Kịch bản đã được ghi trọn vẹn. Bản ghi được phát từ đầu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Let the kernel choose the port</source>
        <translation>Để hạt nhân chọn cổng</translation>
    </message>
    <message>
        <source>Go to a step</source>
        <translation>Đến một bước</translation>
    </message>
    <message>
        <source>&amp;Step, 1 to %1:</source>
        <translation>&amp;Bước, từ 1 đến %1:</translation>
    </message>
</context>
<context>
    <name>ui::RunBar</name>
    <message>
        <source>1 step in %1 s</source>
        <translation>1 bước trong %1 s</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Chạy</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The I/O model the next run shows</source>
        <translation>Mô hình vào/ra của lần chạy sau</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Tốc độ phát lại</translation>
    </message>
    <message>
        <source>How fast a recording is played</source>
        <translation>Bản ghi được phát lại nhanh hay chậm</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)/s</source>
        <translation>
            <numerusform>%n bước/s</numerusform>
        </translation>
    </message>
    <message>
        <source>1/%1 × real</source>
        <translation>1/%1 × thực tế</translation>
    </message>
    <message>
        <source>%1 × real</source>
        <translation>%1 × thực tế</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>Sp&amp;eed:</source>
        <translation>Tốc độ &amp;phát:</translation>
    </message>
    <message>
        <source>More of the tool bar</source>
        <translation>Phần còn lại của thanh công cụ</translation>
    </message>
</context>
<context>
    <name>ui::RunOptions</name>
    <message>
        <source>&amp;Port</source>
        <translation>Cổn&amp;g</translation>
    </message>
    <message>
        <source>Port of the next run</source>
        <translation>Cổng của lần chạy sau</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>cổng bất kỳ</translation>
    </message>
    <message>
        <source>Where the next run listens; 0 lets the kernel choose</source>
        <translation>Cổng mà lần chạy sau sẽ nghe; 0 để hạt nhân chọn</translation>
    </message>
    <message>
        <source>Ti&amp;meout</source>
        <translation>Thời gi&amp;an chờ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không đặt</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Ng&amp;hỉ</translation>
    </message>
    <message>
        <source>Pause between two rounds of polling in the next run</source>
        <translation>Khoảng nghỉ giữa hai vòng polling ở lần chạy sau</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds</comment>
        <translation> ms</translation>
    </message>
    <message>
        <source>How long the server sleeps between two rounds of polling; without a pause it keeps a processor busy</source>
        <translation>Server ngủ bao lâu giữa hai vòng polling; không nghỉ thì nó chiếm trọn một CPU</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation>Vùng đệm gửi</translation>
    </message>
    <message>
        <source>Send buffer of the server&apos;s connections in the next run</source>
        <translation>Vùng đệm gửi của các kết nối của server ở lần chạy sau</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source> bytes</source>
        <comment>after a number</comment>
        <translation> byte</translation>
    </message>
    <message>
        <source>SO_SNDBUF of the server&apos;s connections in the next run: a small one is soon full</source>
        <translation>SO_SNDBUF của các kết nối của server ở lần chạy sau: vùng đệm nhỏ thì mau đầy</translation>
    </message>
    <message>
        <source>Timeout of the next run&apos;s server</source>
        <translation>Thời gian chờ của server ở lần chạy sau</translation>
    </message>
    <message>
        <source>How long the server&apos;s call waits at most in the next run; with 0 it does not wait, without a timeout it waits forever</source>
        <translation>Ở lần chạy sau, lời gọi của server chờ lâu nhất bao nhiêu; với 0 thì không chờ, không đặt thời gian chờ thì chờ mãi mãi</translation>
    </message>
    <message>
        <source>Queued signals (F_SETSIG)</source>
        <translation>Tín hiệu xếp hàng (F_SETSIG)</translation>
    </message>
    <message>
        <source>A real-time signal instead of SIGIO in the next run: it is queued, and names the descriptor</source>
        <translation>Ở lần chạy sau dùng tín hiệu thời gian thực thay cho SIGIO: tín hiệu được xếp hàng và cho biết descriptor</translation>
    </message>
    <message>
        <source>Edge-triggered (EPOLLET)</source>
        <translation>Báo theo sườn (EPOLLET)</translation>
    </message>
    <message>
        <source>In the next run epoll tells of each arrival once, not as long as there is something to read</source>
        <translation>Ở lần chạy sau, epoll báo mỗi lần dữ liệu đến đúng một lần, chứ không báo mãi khi còn dữ liệu để đọc</translation>
    </message>
    <message>
        <source>Notified by</source>
        <comment>how a completed aio request tells of itself</comment>
        <translation>Báo bằng</translation>
    </message>
    <message>
        <source>How the next run&apos;s server is told of a completed request</source>
        <translation>Cách server của lần chạy sau được báo rằng một yêu cầu đã hoàn tất</translation>
    </message>
    <message>
        <source>How the server learns in the next run that an aio request is complete</source>
        <translation>Ở lần chạy sau, server biết một yêu cầu aio đã hoàn tất bằng cách nào</translation>
    </message>
    <message>
        <source>a signal (SIGEV_SIGNAL)</source>
        <translation>tín hiệu (SIGEV_SIGNAL)</translation>
    </message>
    <message>
        <source>a thread (SIGEV_THREAD)</source>
        <translation>luồng (SIGEV_THREAD)</translation>
    </message>
    <message>
        <source>waiting in aio_suspend()</source>
        <translation>chờ trong aio_suspend()</translation>
    </message>
</context>
<context>
    <name>ui::SelectPanel</name>
    <message>
        <source>the array is assigned before; the kernel writes only revents</source>
        <translation>mảng được gán trước; hạt nhân chỉ ghi revents</translation>
    </message>
    <message numerus="yes">
        <source>called at once it would ask only for what was answered; set again before: %n statement(s)</source>
        <translation>
            <numerusform>gọi ngay thì chỉ hỏi những gì đã được trả lời; trước đó đặt lại: %n câu lệnh</numerusform>
        </translation>
    </message>
    <message>
        <source>readable?</source>
        <translation>đọc được?</translation>
    </message>
    <message>
        <source>writable?</source>
        <translation>ghi được?</translation>
    </message>
    <message>
        <source>an exception?</source>
        <translation>có ngoại lệ?</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>hỏi</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>trả lời</translation>
    </message>
    <message>
        <source>Make ready by hand</source>
        <translation>Làm cho sẵn sàng bằng tay</translation>
    </message>
    <message>
        <source>no exception ever</source>
        <translation>không có ngoại lệ nào</translation>
    </message>
    <message>
        <source>%1, descriptor %2</source>
        <translation>%1, descriptor %2</translation>
    </message>
    <message>
        <source>%1, descriptor %2, answered 1</source>
        <translation>%1, descriptor %2, trả lời 1</translation>
    </message>
    <message>
        <source>%1, descriptor %2, answered 0, cleared by the kernel</source>
        <translation>%1, descriptor %2, trả lời 0, hạt nhân đã xoá</translation>
    </message>
    <message>
        <source>%1, descriptor %2, answered 0</source>
        <translation>%1, descriptor %2, trả lời 0</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>descriptor</translation>
    </message>
    <message>
        <source>descriptor
maxfd + 1 = %1</source>
        <translation>descriptor
maxfd + 1 = %1</translation>
    </message>
    <message>
        <source>left: {%1, %2}</source>
        <translation>còn lại: {%1, %2}</translation>
    </message>
    <message>
        <source>The lecture&apos;s case: {0,4,5} {2,7} {1,4} %1 s</source>
        <translation>Ví dụ của bài giảng: {0,4,5} {2,7} {1,4} %1 s</translation>
    </message>
    <message>
        <source>Clear all three</source>
        <translation>Xoá cả ba</translation>
    </message>
    <message>
        <source>Click a bit: FD_SET or FD_CLR</source>
        <translation>Bấm một bit: FD_SET hoặc FD_CLR</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>thời gian chờ</translation>
    </message>
    <message>
        <source>NULL: waits for ever</source>
        <translation>NULL: chờ mãi mãi</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>chờ</translation>
    </message>
    <message>
        <source>{0, 0}: does not wait</source>
        <translation>{0, 0}: không chờ</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source> µs</source>
        <comment>microseconds</comment>
        <translation> µs</translation>
    </message>
    <message>
        <source>Seconds of the timeout</source>
        <translation>Số giây của thời gian chờ</translation>
    </message>
    <message>
        <source>Microseconds of the timeout</source>
        <translation>Số micro giây của thời gian chờ</translation>
    </message>
    <message>
        <source>This recording has no bench.</source>
        <translation>Bản ghi này không có bàn thí nghiệm.</translation>
    </message>
    <message>
        <source>2 and 7 are always writable as a rule: the bench has stopped the terminal&apos;s output and filled the send buffer of 7, else select() would return at once.</source>
        <translation>2 và 7 bình thường luôn ghi được: bàn đã dừng đầu ra của terminal và làm đầy vùng đệm gửi của 7, nếu không select() trả về ngay.</translation>
    </message>
</context>
<context>
    <name>ui::ServerActions</name>
    <message>
        <source>Close a descriptor of the server</source>
        <translation>Đóng một descriptor của server</translation>
    </message>
    <message>
        <source>Descriptor that another thread of the server closes:</source>
        <translation>Descriptor mà một luồng khác của server sẽ đóng:</translation>
    </message>
    <message>
        <source>Close the descriptor</source>
        <translation>Đóng descriptor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
</context>
<context>
    <name>ui::ServerChoice</name>
    <message>
        <source>Chosen for the next run: %1. Until then %2 runs on.</source>
        <translation>Đã chọn cho lần chạy sau: %1. Từ giờ đến đó, %2 vẫn chạy tiếp.</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Chạy ngay</translation>
    </message>
    <message>
        <source>Undo the choice</source>
        <translation>Bỏ lựa chọn này</translation>
    </message>
    <message>
        <source>%1 runs now instead of %2.</source>
        <comment>servers</comment>
        <translation>%1 đang chạy thay cho %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>ui::SignalsPanel</name>
    <message>
        <source>Provoked, no signal: the send buffer has never been full.</source>
        <translation>Đã gây ra, không có tín hiệu: vùng đệm gửi chưa bao giờ đầy.</translation>
    </message>
    <message>
        <source>Provoked, no signal.</source>
        <translation>Đã gây ra, không có tín hiệu.</translation>
    </message>
    <message numerus="yes">
        <source>%n coalesced</source>
        <translation>
            <numerusform>%n bị gộp</numerusform>
        </translation>
    </message>
    <message>
        <source>none coalesced; the one we want</source>
        <translation>không gộp; đúng cái ta cần</translation>
    </message>
    <message>
        <source>Ten sends while the signal is blocked, then it is let in.</source>
        <translation>Mười lần gửi khi tín hiệu bị chặn, rồi bỏ chặn.</translation>
    </message>
    <message numerus="yes">
        <source>%n coalesced: read until EAGAIN</source>
        <translation>
            <numerusform>%n bị gộp: phải đọc tới EAGAIN</numerusform>
        </translation>
    </message>
    <message>
        <source>queued: each names its descriptor</source>
        <translation>xếp hàng: mỗi cái nói rõ descriptor</translation>
    </message>
    <message>
        <source>A connection has been accepted by the listening socket</source>
        <translation>Kết nối được chấp nhận ở socket nghe</translation>
    </message>
    <message>
        <source>A disconnect request has been sent: the peer closes</source>
        <translation>Yêu cầu huỷ kết nối được gửi đến: bên kia đóng</translation>
    </message>
    <message>
        <source>A disconnect has been completed: we first, then the peer</source>
        <translation>Việc huỷ kết nối đã hoàn tất: ta trước, bên kia sau</translation>
    </message>
    <message>
        <source>Half of a connection has been shut down</source>
        <translation>Một chiều của kết nối đã đóng</translation>
    </message>
    <message>
        <source>Data has arrived at the socket: ten sends</source>
        <translation>Có dữ liệu đến socket: mười lần gửi</translation>
    </message>
    <message>
        <source>Data has been sent: the send buffer has room again</source>
        <translation>Dữ liệu đã được gửi: vùng đệm gửi lại có chỗ</translation>
    </message>
    <message>
        <source>An asynchronous error has occurred: RST</source>
        <translation>Lỗi không đồng bộ: RST</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>tín hiệu</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>nhận xét</translation>
    </message>
    <message>
        <source>Prepare: five clients, handler, F_SETOWN, O_ASYNC</source>
        <translation>Chuẩn bị: năm client, hàm xử lý, F_SETOWN, O_ASYNC</translation>
    </message>
    <message>
        <source>A real-time signal, SIGRTMIN: it is queued and says descriptor and cause. Else SIGIO: coalesced, and says nothing.</source>
        <translation>Tín hiệu thời gian thực SIGRTMIN: xếp hàng, nói rõ descriptor và nguyên nhân. Nếu không, SIGIO: bị gộp, không nói gì.</translation>
    </message>
    <message>
        <source>Provoke all seven in turn</source>
        <translation>Gây ra lần lượt cả bảy</translation>
    </message>
    <message>
        <source>Fill the send buffer of client 1&apos;s connection</source>
        <translation>Làm đầy vùng đệm gửi của kết nối với client 1</translation>
    </message>
    <message>
        <source>Coalesced or queued?</source>
        <translation>Gộp hay xếp hàng?</translation>
    </message>
    <message>
        <source>Do the test</source>
        <translation>Làm phép thử</translation>
    </message>
    <message>
        <source>The lecture&apos;s three steps: a handler (sigaction), an owner (F_SETOWN), O_ASYNC on each descriptor.</source>
        <translation>Ba bước của bài giảng: hàm xử lý (sigaction), chủ (F_SETOWN), O_ASYNC trên mỗi descriptor.</translation>
    </message>
    <message>
        <source>Over UDP: a datagram has arrived</source>
        <translation>Qua UDP: một datagram đã đến</translation>
    </message>
    <message>
        <source>Over UDP: an asynchronous error has occurred: nobody is there (ICMP)</source>
        <translation>Qua UDP: lỗi không đồng bộ: không có ai ở đó (ICMP)</translation>
    </message>
</context>
<context>
    <name>ui::SlideActions</name>
    <message>
        <source>Exporting slides</source>
        <translation>Đang xuất trang chiếu</translation>
    </message>
    <message>
        <source>The slides are being exported: wait until they are, or cancel it.</source>
        <translation>Trang chiếu đang được xuất: hãy chờ đến khi xong, hoặc huỷ.</translation>
    </message>
    <message>
        <source>Export the slides into a new folder</source>
        <translation>Xuất trang chiếu vào một thư mục mới</translation>
    </message>
    <message>
        <source>There is not enough memory for the slides.</source>
        <translation>Không đủ bộ nhớ cho các trang chiếu.</translation>
    </message>
    <message>
        <source>The system does not allow another thread: %1.</source>
        <translation>Hệ thống không cho tạo thêm luồng: %1.</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Không xuất gì cả</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are in %1</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%n hình nằm trong %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SpeakerView</name>
    <message>
        <source>Speaker&apos;s view</source>
        <translation>Màn hình giảng viên</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Tiếp theo: %1</translation>
    </message>
    <message>
        <source>%1 min early</source>
        <translation>sớm %1 phút</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>muộn %1 phút</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>đúng kế hoạch</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>Mục tiêu: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>chapter %1 of %2, sentence %3 of %4</source>
        <translation>chương %1/%2, câu %3/%4</translation>
    </message>
    <message>
        <source>The kernel answers.</source>
        <translation>Hạt nhân trả lời.</translation>
    </message>
    <message>
        <source>There is no answer yet: the kernel has not been asked. A shows the one that is recorded.</source>
        <translation>Chưa có đáp án: hạt nhân chưa được hỏi. Phím A cho xem đáp án trong bản ghi.</translation>
    </message>
    <message>
        <source>The next lesson</source>
        <translation>Bài kế tiếp</translation>
    </message>
    <message>
        <source>What is measured of it is not there yet. A shows it.</source>
        <translation>Số đo của câu này chưa có. Phím A cho xem.</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>đang chiếu</translation>
    </message>
    <message>
        <source>black</source>
        <translation>đen</translation>
    </message>
    <message>
        <source>white</source>
        <translation>trắng</translation>
    </message>
    <message>
        <source>The run&apos;s next step</source>
        <translation>Bước kế tiếp của lần chạy</translation>
    </message>
    <message>
        <source>The recording&apos;s next step</source>
        <translation>Bước kế tiếp của bản ghi</translation>
    </message>
    <message>
        <source>There is no answer yet: the kernel has not been asked.</source>
        <translation>Chưa có đáp án: chưa ai hỏi hạt nhân.</translation>
    </message>
    <message>
        <source>lectured %1 of %2</source>
        <comment>minutes and seconds, planned</comment>
        <translation>đã giảng %1 trên %2</translation>
    </message>
    <message>
        <source>lectured %1</source>
        <comment>minutes and seconds</comment>
        <translation>đã giảng %1</translation>
    </message>
</context>
<context>
    <name>ui::StatementLine</name>
    <message>
        <source>Interrupt</source>
        <translation>Ngắt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Chạy</translation>
    </message>
    <message>
        <source>Set again, call</source>
        <translation>Đặt lại, gọi</translation>
    </message>
    <message>
        <source>The run has ended: the bench is read-only.</source>
        <translation>Lần chạy đã kết thúc: bàn chỉ đọc.</translation>
    </message>
    <message>
        <source>not run: something is not understood</source>
        <translation>chưa chạy: có chỗ không hiểu</translation>
    </message>
    <message>
        <source>you can type ahead: it runs when the call returns</source>
        <translation>gõ trước được: sẽ chạy khi lời gọi trả về</translation>
    </message>
    <message>
        <source>Ctrl + Enter: call at once</source>
        <translation>Ctrl + Enter: gọi ngay</translation>
    </message>
    <message>
        <source>S&amp;tatement</source>
        <translation>Câ&amp;u lệnh</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Câu lệnh</translation>
    </message>
    <message>
        <source>one statement waits already</source>
        <translation>đã có một câu lệnh chờ sẵn</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>Copies the command, to be typed into a terminal</source>
        <translation>Chép lệnh để dán vào terminal</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Chép lệnh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>127.0.0.1:%1 is listening. Try: %2</source>
        <translation>127.0.0.1:%1 đang nghe. Thử: %2</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>Server đang khởi động.</translation>
    </message>
    <message>
        <source>The server does not listen yet.</source>
        <translation>Server chưa nghe.</translation>
    </message>
    <message>
        <source>No server is running.</source>
        <translation>Không có server nào đang chạy.</translation>
    </message>
    <message>
        <source>Recorded events: %1</source>
        <translation>Sự kiện đã ghi: %1</translation>
    </message>
    <message>
        <source>Lost events: %1</source>
        <translation>Sự kiện bị mất: %1</translation>
    </message>
    <message>
        <source>More happened than could be recorded: the picture may be incomplete</source>
        <translation>Có nhiều việc xảy ra hơn mức ghi được: hình có thể không đầy đủ</translation>
    </message>
    <message>
        <source>The bench has no socket that listens.</source>
        <translation>Bàn chưa có socket nghe nào.</translation>
    </message>
</context>
<context>
    <name>ui::TerminalPanel</name>
    <message>
        <source>&amp;Program in front:</source>
        <translation>&amp;Chương trình ở trước:</translation>
    </message>
    <message>
        <source>Program in front</source>
        <translation>Chương trình ở trước</translation>
    </message>
    <message>
        <source>Type a line here; Enter sends it to the program</source>
        <translation>Gõ một dòng ở đây; Enter gửi nó cho chương trình</translation>
    </message>
    <message>
        <source>Keyboard of the program in front</source>
        <translation>Bàn phím của chương trình ở trước</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>End of file: the program&apos;s next read() of its keyboard returns 0</source>
        <translation>Hết dữ liệu (EOF): lần read() bàn phím kế tiếp của chương trình trả về 0</translation>
    </message>
    <message>
        <source>The terminal sends SIGINT: the program in front ends, the others go on</source>
        <translation>Terminal gửi SIGINT: chương trình ở trước kết thúc, các chương trình khác vẫn chạy</translation>
    </message>
</context>
<context>
    <name>ui::Usher</name>
    <message>
        <source>No server is running now.</source>
        <translation>Hiện không có server nào chạy.</translation>
    </message>
    <message>
        <source>The server has the audience&apos;s port: choose another one for it.</source>
        <translation>Server dùng trùng cổng của lớp: hãy chọn cổng khác cho server.</translation>
    </message>
</context>
<context>
    <name>ui::VariablesView</name>
    <message>
        <source>The bench&apos;s variables</source>
        <translation>Biến của bàn</translation>
    </message>
    <message>
        <source>type</source>
        <translation>kiểu</translation>
    </message>
    <message>
        <source>value</source>
        <translation>giá trị</translation>
    </message>
</context>
</TS>
